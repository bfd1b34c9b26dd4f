import type { TicketPromise, TicketRow } from '#lib/domain/rows.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Urgency } from '#lib/domain/ticket/words.ts';
import { durationWord, timeWord } from './when.ts';

export type Clock = {
	state: 'onTrack' | 'atRisk' | 'late' | 'met' | 'waiting';
	/** What is left of the time, 1..0. */
	fraction: number;
	lead: string;
	headline: string;
	/** The same in one sentence, for a row. */
	sentence: string;
	detail: string | null;
};

/** Until the organisation's own have come by the first pull: on the careful side. */
export const defaultPromiseMinutes: Record<Urgency, number> = { low: 480, medium: 240, high: 60 };

/** With less than this left it is shown as running out. */
const soonMs = 15 * 60_000;

const running = ({ startedAt, before, zone }: TicketPromise, now: number): Clock => {
	const time = timeWord(before, now, zone);
	const left = Date.parse(before) - now;
	return {
		state: left < soonMs ? 'atRisk' : 'onTrack',
		fraction: left / Math.max(1, Date.parse(before) - Date.parse(startedAt)),
		lead: m.tickets_promise_lead(),
		headline: m.tickets_promise_before({ time }),
		sentence: m.tickets_promise_full({ time }),
		detail: null
	};
};

const late = (): Clock => ({
	state: 'late',
	fraction: 0,
	lead: m.tickets_promise_lead(),
	headline: m.tickets_promise_late_short(),
	sentence: m.tickets_promise_late(),
	detail: m.tickets_promise_late()
});

const plain = (state: Clock['state'], headline: string): Clock => ({
	state,
	fraction: 1,
	lead: '',
	headline,
	sentence: headline,
	detail: null
});

/**
 * What the case promises now. Before the server has answered there is no clock time, only how long after arrival.
 * @param isMine the reader is the one whose answer it may wait for
 * @param minutes the organisation's promise by urgency, as the device knows it
 */
export function clockOf(
	ticket: Pick<TicketRow, 'promise' | 'resolution' | 'withdrawal' | 'urgency' | 'question'>,
	minutes: Record<Urgency, number>,
	now: number,
	isMine = true
): Clock {
	const { promise, resolution, withdrawal, question } = ticket;
	if (withdrawal) return plain('met', m.tickets_withdrawn());
	if (resolution) return plain('met', m.tickets_solved_at({ time: timeWord(resolution.at, now, promise?.zone) }));
	if (question || promise?.state === 'waiting')
		return plain('waiting', isMine ? m.tickets_promise_waiting() : m.tickets_promise_waiting_other());
	if (!promise) {
		const headline = m.tickets_promise_within({ duration: durationWord(minutes[ticket.urgency]) });
		return {
			...plain('onTrack', headline),
			lead: m.tickets_promise_lead(),
			sentence: `${m.tickets_promise_lead()} ${headline}`,
			detail: m.tickets_promise_within_note()
		};
	}
	return Date.parse(promise.before) <= now ? late() : running(promise, now);
}
