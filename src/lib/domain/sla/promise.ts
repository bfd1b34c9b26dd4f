import type { TicketPromise } from '../rows.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { Impact, Urgency } from '../ticket/words.ts';
import { addOpenMinutes, openMinutesBetween, type Calendar } from './calendar.ts';
import { priorityOf, promiseMinutes } from './priority.ts';
import type { SlaTerms } from './terms.ts';

// The promise: by when the one who waits hears from the desk. Nothing of it is stored: it is computed from the log
// and the calendar, so a corrected calendar corrects every promise. Server only (the calendar needs Temporal).
//
//            reported                 asked                     answered, resolved, withdrawn
//   (none) ───────────► running ───────────────► waiting       running, waiting ──────────────► met
//                          ▲ └─ promised: the person's time      │
//                          ├──────── replied ◄─────────────────────┘
//                          └──────── replied (open case), reopened ◄── met

type State = {
	phase: TicketPromise['state'];
	startedMs: number;
	beforeMs: number;
	impact: Impact;
	urgency: Urgency;
	/** Open minutes that were left when the question was asked. */
	leftMinutes: number;
	isClosed: boolean;
};

/**
 * The promise of a ticket, or null where the calendar never opens.
 * - It begins with the report, with a reopening, and with a reply to an answer.
 * - Looking at a case or taking it keeps nothing: the one who waits has heard nothing yet. An answer does.
 * - A question stops the clock, the reply lets it run with what was left; one that was late begins anew.
 * - A time given by a person stands until the next answer.
 * - A changed priority brings it nearer, never further: what was said stands. Further away needs a person's new time.
 * @param zone where the one who waits is; the time is shown there
 */
export function promiseFor(events: readonly TicketEvent[], terms: SlaTerms, zone: string): TicketPromise | null {
	let state: State | null = null;
	for (const event of events) {
		state = state === null ? begin(event, terms) : after(state, event, terms);
		if (state === null) return null;
	}
	if (state === null) return null;
	const { startedMs, beforeMs, phase } = state;
	return { startedAt: toIso(startedMs), before: toIso(beforeMs), zone, state: phase };
}

function begin(event: TicketEvent, terms: SlaTerms): State | null {
	if (event.kind !== 'reported') return null;
	return running({ impact: 'person', urgency: event.report.urgency }, Date.parse(event.at), terms);
}

function after(state: State, event: TicketEvent, terms: SlaTerms): State | null {
	const atMs = Date.parse(event.at);
	switch (event.kind) {
		case 'reopened':
			return running(state, atMs, terms);
		case 'replied':
			if (state.isClosed || state.phase === 'running') return state;
			return state.phase === 'met' ? running(state, atMs, terms) : resumed(state, atMs, terms);
		case 'asked':
			return paused(state, atMs, terms);
		case 'promised':
			return movedTo(state, Date.parse(event.before), atMs, terms);
		case 'amended':
			return reprioritised(state, state.impact, event.report.urgency, atMs, terms);
		case 'prioritised':
			return reprioritised(state, event.impact, event.urgency, atMs, terms);
		case 'answered':
			return { ...state, phase: 'met' };
		case 'resolved':
		case 'withdrawn':
			return { ...state, phase: 'met', isClosed: true };
		default:
			return state;
	}
}

const calendarFor = ({ impact, urgency }: Pick<State, 'impact' | 'urgency'>, terms: SlaTerms): Calendar =>
	priorityOf(impact, urgency) === 1 ? terms.critical : terms.calendar;

function running(weight: Pick<State, 'impact' | 'urgency'>, atMs: number, terms: SlaTerms): State | null {
	const { impact, urgency } = weight;
	const minutes = promiseMinutes(terms.target, impact, urgency);
	const beforeMs = addOpenMinutes(calendarFor(weight, terms), atMs, minutes);
	if (beforeMs === null) return null;
	return { phase: 'running', startedMs: atMs, beforeMs, impact, urgency, leftMinutes: 0, isClosed: false };
}

function paused(state: State, atMs: number, terms: SlaTerms): State {
	if (state.phase === 'waiting') return state;
	const leftMinutes = state.phase === 'met' ? 0 : openMinutesBetween(calendarFor(state, terms), atMs, state.beforeMs);
	return { ...state, phase: 'waiting', leftMinutes };
}

function resumed(state: State, atMs: number, terms: SlaTerms): State | null {
	if (state.leftMinutes === 0) return running(state, atMs, terms);
	const beforeMs = addOpenMinutes(calendarFor(state, terms), atMs, state.leftMinutes);
	return beforeMs === null ? null : { ...state, phase: 'running', startedMs: atMs, beforeMs };
}

// A person's time counts also after an answer: "you have it before three". A question goes on waiting.
function movedTo(state: State, beforeMs: number, atMs: number, terms: SlaTerms): State {
	if (state.phase === 'waiting')
		return { ...state, beforeMs, leftMinutes: openMinutesBetween(calendarFor(state, terms), atMs, beforeMs) };
	return { ...state, phase: 'running', startedMs: atMs, beforeMs };
}

function reprioritised(state: State, impact: Impact, urgency: Urgency, atMs: number, terms: SlaTerms): State {
	const next = { ...state, impact, urgency };
	const minutes = promiseMinutes(terms.target, impact, urgency);
	if (state.phase === 'waiting') return { ...next, leftMinutes: Math.min(state.leftMinutes, minutes) };
	if (state.phase === 'met') return next;
	const nearerMs = addOpenMinutes(calendarFor(next, terms), atMs, minutes);
	return nearerMs === null || nearerMs >= state.beforeMs ? next : { ...next, beforeMs: nearerMs };
}

const toIso = (ms: number): string => new Date(ms).toISOString();
