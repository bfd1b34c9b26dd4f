import type { Answer } from '#lib/domain/answers.ts';
import type { QuestionAsked } from '#lib/domain/assistant/question.ts';
import type { GuideId, TicketId } from '#lib/domain/ids.ts';
import type { Tried } from '#lib/domain/ticket/event.ts';
import type { Danger } from '#lib/text/danger.ts';
import type { Odd } from '#lib/text/odd.ts';
import type { SmallTalk } from '#lib/text/small-talk.ts';
import type { TopicWish, Wish } from '#lib/text/wish.ts';

/**
 * A talk with the assistant, as it lies on the device: facts, never sentences, so that it reads right in another language
 * and as the guides and cases are now. Turns are added at the end; only the reading of a guide changes a turn.
 */
export type Reply =
	/** `unsure`: the likeliest of several, named because there was a question back already. `chosen`: one of the guesses. */
	| { kind: 'answer'; guideId: GuideId; how: 'sure' | 'unsure' | 'chosen' }
	| { kind: 'choose'; guideIds: GuideId[] }
	| { kind: 'unknown' }
	| { kind: 'small'; small: SmallTalk }
	| { kind: 'odd'; odd: Odd }
	| { kind: 'wish'; wish: Wish }
	/** The case is being written or has been sent. */
	| { kind: 'handedOver'; draftId: string; ticketId: TicketId };

/** Where one is in the guide of an answer; `outcome` once it is known whether it helped. */
export type Reading = { step: number; outcome: { worked: boolean; steps: number } | null };

export type Own = { by: 'person'; id: string; at: string; text: string; isMasked: boolean };
export type Theirs = {
	by: 'assistant';
	id: string;
	at: string;
	reply: Reply;
	danger: Danger | null;
	topic: TopicWish | null;
	/** What was recorded of the question, so that its outcome comes under the same id. */
	asked: QuestionAsked | null;
	/** Null until the guide is opened. */
	reading: Reading | null;
};
export type Turn = Own | Theirs;

export const talkHours = 24;

/** A talk rests for a day; then it is over, and the next one begins with nothing. */
export const isOver = (turns: readonly Turn[], now: number): boolean => {
	const last = turns.at(-1);
	return last !== undefined && now - Date.parse(last.at) > talkHours * 3_600_000;
};

const isEnd = (turn: Turn): boolean =>
	turn.by === 'assistant' && (turn.reply.kind === 'handedOver' || turn.reading?.outcome?.worked === true);

/** The turns about the trouble at hand: what was solved or handed over before is another one. */
export const atHand = (turns: readonly Turn[]): readonly Turn[] => turns.slice(turns.findLastIndex(isEnd) + 1);

/** Never more than one question back about one trouble: after it the likeliest guide is named instead. */
export function replyTo({ kind, guides }: Answer, turns: readonly Turn[]): Reply {
	const [first] = guides;
	if (kind === 'unknown' || !first) return { kind: 'unknown' };
	if (kind === 'answer') return { kind: 'answer', guideId: first.guideId, how: 'sure' };
	const hasAsked = atHand(turns).some((turn) => turn.by === 'assistant' && turn.reply.kind === 'choose');
	return hasAsked
		? { kind: 'answer', guideId: first.guideId, how: 'unsure' }
		: { kind: 'choose', guideIds: guides.slice(0, 3).map(({ guideId }) => guideId) };
}

/** The guides that did not help, with the most steps that were tried of each. A guide left half-way counts as far as it was read. */
export function triedIn(turns: readonly Turn[]): Tried[] {
	const steps = new Map<GuideId, number>();
	for (const turn of turns) {
		if (turn.by !== 'assistant' || turn.reply.kind !== 'answer' || !turn.reading) continue;
		const { outcome, step } = turn.reading;
		if (outcome?.worked) continue;
		const { guideId } = turn.reply;
		steps.set(guideId, Math.max(outcome?.steps ?? step, steps.get(guideId) ?? 0));
	}
	const tried = [...steps].map(([guideId, count]): Tried => ({ guideId, steps: count, worked: false }));
	return tried.filter((one) => one.steps > 0).slice(-10);
}

/** What the person said of the trouble at hand: the words of the case. Thanks and greetings are not among them. */
export const ownWords = (turns: readonly Turn[]): string =>
	turns
		.filter((turn, i): turn is Own => {
			const answer = turns[i + 1];
			return turn.by === 'person' && !(answer?.by === 'assistant' && isAside(answer.reply));
		})
		.map(({ text }) => text)
		.filter((text) => text !== '')
		.join('\n');

const isAside = (reply: Reply): boolean =>
	reply.kind === 'small' ||
	reply.kind === 'wish' ||
	(reply.kind === 'odd' && reply.odd !== 'long' && reply.odd !== 'script');

/** The tile under which the case is reported: what the latest question was about. */
export const topicOf = (turns: readonly Turn[]): TopicWish | null =>
	turns.findLast((turn): turn is Theirs => turn.by === 'assistant' && turn.topic !== null)?.topic ?? null;
