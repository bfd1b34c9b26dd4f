import type { OrganisationRow } from './rows.ts';
import { dateFormat } from './time-words.ts';

// Whether somebody answers now, as a person asks it. Wall times in the organisation's own zone; no Temporal, phones lack it.

/** Times are "HH:MM" there. `until` null: it does not close. `inDays` 0 is today; `opens` null: not within two weeks. */
export type Openness =
	{ isOpen: true; until: string | null } | { isOpen: false; opens: { day: string; at: string; inDays: number } | null };

type Hours = Pick<OrganisationRow, 'timeZone' | 'hours' | 'holidays'>;
type Channel = OrganisationRow['hours'][number]['channel'];

const dayMinutes = 1_440;
const horizonDays = 14;

/** Whether the channel is open at `now`, and when that changes. */
export function openness(organisation: Hours, channel: Channel, now: Date): Openness {
	const [today = '', clock = ''] = wallTime(now, organisation.timeZone).split(' ');
	const nowMinute = minuteOf(clock);
	const periods = Array.from({ length: horizonDays + 1 }, (_, n) => n - 1).flatMap((inDays) => {
		const day = addDays(today, inDays);
		return periodsOn(organisation, channel, day).map(({ opens, closes }) => {
			const start = inDays * dayMinutes + minuteOf(opens);
			// What closes at or before it opens, closes on the next day.
			const length = (minuteOf(closes) - minuteOf(opens) + dayMinutes - 1) % dayMinutes;
			return { start, end: start + length + 1, opens, day, inDays };
		});
	});
	periods.sort((a, b) => a.start - b.start);

	let end: number | null = null;
	for (const period of periods)
		if (period.start <= (end ?? nowMinute) && period.end > (end ?? nowMinute)) end = period.end;
	if (end !== null) return { isOpen: true, until: end >= (horizonDays - 1) * dayMinutes ? null : clockAt(end) };
	const next = periods.find((period) => period.start > nowMinute);
	return { isOpen: false, opens: next ? { day: next.day, at: next.opens.slice(0, 5), inDays: next.inDays } : null };
}

function periodsOn({ hours, holidays }: Hours, channel: Channel, day: string): { opens: string; closes: string }[] {
	const holiday = holidays.find((each) => each.day === day);
	if (holiday) return holiday.opens && holiday.closes ? [{ opens: holiday.opens, closes: holiday.closes }] : [];
	const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
	return hours.filter((period) => period.channel === channel && period.weekday === weekday);
}

// Swedish writes an instant as "2026-11-24 19:08": the one locale whose form can be taken apart.
const wallTime = (now: Date, timeZone: string): string =>
	dateFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(now);

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const clockAt = (minute: number): string =>
	[Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

const addDays = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
