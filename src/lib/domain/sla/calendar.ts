// When the desk is open, and arithmetic in open time. Owns periods, holidays and time zones; knows no ticket.
// Runs on the server only: it needs Temporal, which phones may lack. Instants are epoch milliseconds.
// Invariant: adding open minutes and counting them again gives the same number, on days of 23 and 25 hours too.

/** Local wall times "HH:MM[:SS]"; "24:00" is midnight at the end. A `closes` not after `opens` lies on the next day. */
export type Opening = { opens: string; closes: string };

export type Calendar = {
	/** IANA name; the openings are wall times there. */
	zone: string;
	/** By ISO weekday, 1 = Monday. A missing day is closed. */
	week: Partial<Record<number, Opening[]>>;
	/** Days that differ, by "YYYY-MM-DD": none = closed, else the shortened hours. */
	days: Partial<Record<string, Opening[]>>;
};

/** Every hour of every day; holidays do not touch it. */
export const alwaysOpen = (zone: string): Calendar => {
	const day = [{ opens: '00:00', closes: '24:00' }];
	return { zone, week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }, days: {} };
};

const minuteMs = 60_000;
/** A calendar that does not open for so long does not open: the search must end. */
const horizonDays = 400;

/** Open minutes from one instant to a later one; 0 when it is not later. */
export function openMinutesBetween(calendar: Calendar, fromMs: number, toMs: number): number {
	let openMs = 0;
	for (const [start, end] of openPeriods(calendar, fromMs)) {
		if (start >= toMs) break;
		openMs += Math.min(end, toMs) - start;
	}
	return openMs / minuteMs;
}

/**
 * The instant at which so many open minutes have passed, or null when the calendar does not open for as long.
 * 0 minutes is the first instant at which it is open.
 */
export function addOpenMinutes(calendar: Calendar, fromMs: number, minutes: number): number | null {
	let leftMs = minutes * minuteMs;
	for (const [start, end] of openPeriods(calendar, fromMs)) {
		if (end - start >= leftMs) return start + leftMs;
		leftMs -= end - start;
	}
	return null;
}

/** Open stretches from an instant on, in order, none overlapping, none empty. */
function* openPeriods(calendar: Calendar, fromMs: number): Generator<[start: number, end: number]> {
	// The day before may hold a night that is not over.
	let day = Temporal.Instant.fromEpochMilliseconds(Math.floor(fromMs))
		.toZonedDateTimeISO(calendar.zone)
		.toPlainDate()
		.subtract({ days: 1 });
	let coveredMs = fromMs;
	for (let closedDays = 0; closedDays < horizonDays; day = day.add({ days: 1 })) {
		const periods = openingsOf(calendar, day)
			.map(({ opens, closes }) => [instant(calendar, day, opens), end(calendar, day, opens, closes)] as const)
			.sort(([a], [b]) => a - b);
		closedDays = periods.length > 0 ? 0 : closedDays + 1;
		for (const [start, end] of periods) {
			if (end <= coveredMs) continue;
			yield [Math.max(start, coveredMs), end];
			coveredMs = end;
		}
	}
}

const openingsOf = (calendar: Calendar, day: Temporal.PlainDate): Opening[] =>
	calendar.days[day.toString()] ?? calendar.week[day.dayOfWeek] ?? [];

// "compatible": a wall time that a clock change skips moves forward, one that comes twice is the first.
function instant({ zone }: Calendar, day: Temporal.PlainDate, time: string): number {
	if (time.startsWith('24:00')) return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
	return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

const end = (calendar: Calendar, day: Temporal.PlainDate, opens: string, closes: string): number =>
	instant(calendar, closes > opens ? day : day.add({ days: 1 }), closes);
