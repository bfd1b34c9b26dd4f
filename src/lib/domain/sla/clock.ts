import type { TicketPromise } from '../rows.ts';

/**
 * A promise against now. Runs on every device: it only compares instants, the calendar was the server's.
 * `fraction` is what is left of the time, 1 … 0, for the ring; `leftMs` is negative when it is late.
 */
export type SlaClock = { state: 'onTrack' | 'atRisk' | 'breached' | 'met'; fraction: number; leftMs: number };

/** Below a quarter of the time somebody should look. */
const atRiskFraction = 0.25;

/** A promise that waits for the requester is on track: its time does not run. */
export function slaClock({ startedAt, before, state }: TicketPromise, nowMs: number): SlaClock {
	const beforeMs = Date.parse(before);
	const leftMs = beforeMs - nowMs;
	if (state === 'met') return { state: 'met', fraction: 1, leftMs };
	if (state === 'waiting') return { state: 'onTrack', fraction: 1, leftMs };
	if (leftMs <= 0) return { state: 'breached', fraction: 0, leftMs };
	const fraction = Math.min(1, leftMs / Math.max(1, beforeMs - Date.parse(startedAt)));
	return { state: fraction <= atRiskFraction ? 'atRisk' : 'onTrack', fraction, leftMs };
}
