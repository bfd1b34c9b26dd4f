import { dateFormat, timeTag, timeWords } from '#lib/domain/time-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Times as people say them: the clock today, "tomorrow", else with the day. */

const dayOf = (at: Date, timeZone: string | undefined): string =>
	dateFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);

const dayMs = 24 * 3_600_000;

/** @param zone the workplace's time zone; the device's own where it is left out */
export function timeWord(at: string, now: number, zone?: string): string {
	const then = new Date(at);
	const locale = getLocale();
	const time = timeWords(then, locale, { timeZone: zone, timeStyle: 'short' });
	const day = dayOf(then, zone);
	if (day === dayOf(new Date(now), zone)) return time;
	if (day === dayOf(new Date(now + dayMs), zone)) return m.tickets_tomorrow({ time });
	return timeWords(then, locale, {
		timeZone: zone,
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		hour: 'numeric',
		minute: '2-digit'
	});
}

/** "1 hour", "20 minutes", "2 days": whole, rounded up, in the largest unit that is not a lie. */
export function durationWord(minutes: number): string {
	const whole = Math.max(1, Math.ceil(minutes));
	const [value, unit] =
		whole < 60
			? [whole, 'minute']
			: whole < 48 * 60
				? [Math.ceil(whole / 60), 'hour']
				: [Math.ceil(whole / 1440), 'day'];
	return new Intl.NumberFormat(timeTag(getLocale()), { style: 'unit', unit: unit, unitDisplay: 'long' }).format(value);
}

/** The first instant of today where the workplace is, for "solved today". */
export function midnight(now: number, zone?: string): number {
	const parts = dateFormat('en-GB', {
		timeZone: zone,
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
		hourCycle: 'h23'
	}).formatToParts(now);
	const part = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
	return now - (((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000 + (now % 1000));
}

/** "640 kB": a photo's size as a person compares it. */
export const byteWord = (bytes: number): string =>
	bytes < 1_000_000
		? inUnit(Math.max(1, Math.round(bytes / 1_000)), 'kilobyte')
		: inUnit(bytes / 1_000_000, 'megabyte');

const inUnit = (value: number, unit: string): string =>
	new Intl.NumberFormat(timeTag(getLocale()), {
		style: 'unit',
		unit,
		unitDisplay: 'short',
		maximumFractionDigits: 1
	}).format(value);
