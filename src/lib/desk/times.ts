import { dateFormat } from '#lib/domain/time-words.ts';
import { slaClock } from '#lib/domain/sla/clock.ts';
import type { TicketPromise } from '#lib/domain/rows.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ClockState } from '#lib/ui/Ring.svelte';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Nearer than this nobody has time to begin something else: the clock is as red as a late one. */
const aboutToBeLateMs = 5 * minuteMs;
/** Further away than this the day matters, not the hours. */
export const countedHours = 3;

/** "09:44" in all five languages: the mocks and the wall clock agree. */
export const clockTime = (iso: string, zone?: string): string =>
	dateFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(Date.parse(iso));

const dayOf = (ms: number, zone?: string): string => dateFormat('en-CA', { timeZone: zone }).format(ms);

/** The time, with the day when it is not today. */
export function dayTime(iso: string, nowMs: number, zone?: string): string {
	const ms = Date.parse(iso);
	const time = clockTime(iso, zone);
	if (dayOf(ms, zone) === dayOf(nowMs, zone)) return time;
	if (dayOf(ms, zone) === dayOf(nowMs + dayMs, zone)) return m.desk_tomorrow_at({ time });
	if (dayOf(ms, zone) === dayOf(nowMs - dayMs, zone)) return m.desk_yesterday_at({ time });
	const day = dateFormat(getLocale(), { day: 'numeric', month: 'short', timeZone: zone }).format(ms);
	return m.desk_day_at({ day, time });
}

/** What is left of a running promise, as short as a row has room for: "4 min", "1 h 10", "today". */
export function timeLeft({ before, zone }: TicketPromise, nowMs: number): string {
	const leftMs = Date.parse(before) - nowMs;
	if (leftMs <= 0) return overdue(-leftMs);
	const minutes = Math.ceil(leftMs / minuteMs);
	if (minutes < 60) return m.desk_minutes({ minutes });
	if (minutes < countedHours * 60) return hours(minutes);
	const day = dayOf(Date.parse(before), zone);
	if (day === dayOf(nowMs, zone)) return m.desk_today();
	if (day === dayOf(nowMs + dayMs, zone)) return m.desk_tomorrow();
	return dateFormat(getLocale(), { weekday: 'short', day: 'numeric', timeZone: zone }).format(Date.parse(before));
}

function hours(minutes: number): string {
	const rest = minutes % 60;
	return rest === 0
		? m.desk_hours({ hours: minutes / 60 })
		: m.desk_hours_minutes({ hours: Math.floor(minutes / 60), minutes: rest });
}

function overdue(ms: number): string {
	if (ms < hourMs) return m.desk_minutes_late({ minutes: Math.max(1, Math.floor(ms / minuteMs)) });
	if (ms < dayMs) return m.desk_hours_late({ hours: Math.floor(ms / hourMs) });
	return m.desk_days_late({ days: Math.floor(ms / dayMs) });
}

/** The ring of a promise: its state and what is left. */
export function ringOf(promise: TicketPromise | null, nowMs: number): { state: ClockState; fraction: number } {
	if (!promise) return { state: 'onTrack', fraction: 1 };
	const { state, fraction, leftMs } = slaClock(promise, nowMs);
	if (promise.state === 'waiting') return { state: 'waiting', fraction };
	if (state === 'breached' || (state === 'atRisk' && leftMs <= aboutToBeLateMs)) return { state: 'late', fraction };
	return { state, fraction };
}
