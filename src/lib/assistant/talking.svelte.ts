import type { Answer, Ask } from '#lib/domain/answers.ts';
import {
	questionLimit,
	type QuestionAsked,
	type QuestionKind,
	type QuestionOutcome
} from '#lib/domain/assistant/question.ts';
import type { GuideId, QuestionId, TicketId } from '#lib/domain/ids.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { draft, dropDraft, saveDraft } from '#lib/sync/drafts.ts';
import { newId } from '#lib/sync/ids.ts';
import { mutate } from '#lib/sync/mutate.ts';
import { hear, type Heard } from '#lib/text/hear.ts';
import { isOver, replyTo, type Reading, type Reply, type Theirs, type Turn } from './talk.ts';

const draftId = 'talk';

/**
 * The talk on the screen. Owns its turns and keeps each change on the device at once; what was asked is recorded through
 * the outbox. Knows no words and no guides: `ask` finds answers, the page draws them. Words leave it only as `hear` gave
 * them, without personal identity numbers.
 */
export class Talking {
	turns = $state.raw<readonly Turn[]>([]);
	isThinking = $state(false);
	/** Writes on their way to the device. */
	#writing = $state(0);
	readonly #ask: Ask;

	constructor(ask: Ask) {
		this.#ask = ask;
	}

	/** An answer is looked for, or what is on the screen does not lie on the device yet. */
	get isBusy(): boolean {
		return this.isThinking || this.#writing > 0;
	}

	/** Takes up the talk of today; an older one is thrown away. */
	async open(now: number): Promise<void> {
		const found = (await draft(draftId))?.data as readonly Turn[] | undefined;
		if (found && isOver(found, now)) await dropDraft(draftId);
		else if (found) this.turns = [...found, ...this.turns];
	}

	async say(typed: string): Promise<void> {
		if (this.isThinking) return;
		this.isThinking = true;
		try {
			const heard = hear(typed, questionLimit);
			const before = this.turns;
			if (heard.text) this.#add({ by: 'person', ...stamp(), text: heard.text, isMasked: heard.isMasked });
			const { reply, asked } = await this.#replyTo(heard, before);
			const { danger, topic } = heard;
			this.#add({ by: 'assistant', ...stamp(), reply, danger, topic, asked, reading: null });
			if (asked) this.#record(asked);
		} finally {
			this.isThinking = false;
		}
	}

	/** One of the guesses: it stands in the talk as if it had been said, and its guide opens. */
	choose(from: Theirs, guideId: GuideId, title: string): void {
		const asked = from.asked && { ...from.asked, guideId };
		const reply: Reply = { kind: 'answer', guideId, how: 'chosen' };
		this.#add(
			{ by: 'person', ...stamp(), text: title, isMasked: false },
			{ ...from, ...stamp(), reply, danger: null, asked, reading: { step: 0, outcome: null } }
		);
	}

	read({ id }: Theirs, reading: Reading): void {
		const turn = this.turns.find((each): each is Theirs => each.id === id && each.by === 'assistant');
		if (!turn) return;
		this.#set(this.turns.map((each) => (each === turn ? { ...turn, reading } : each)));
		if (turn.asked && reading.outcome && !turn.reading?.outcome)
			this.#record(turn.asked, reading.outcome.worked ? 'worked' : 'notWorked');
	}

	handedOver(to: { draftId: string; ticketId: TicketId }): void {
		const last = this.turns.findLast((turn): turn is Theirs => turn.by === 'assistant' && turn.asked !== null);
		if (last?.asked) this.#record(last.asked, 'handedOver');
		const reply: Reply = { kind: 'handedOver', ...to };
		this.#add({ by: 'assistant', ...stamp(), reply, danger: null, topic: null, asked: null, reading: null });
	}

	/** Returns what puts the talk back. */
	clear(): () => void {
		const { turns } = this;
		this.turns = [];
		this.#write(dropDraft(draftId));
		return () => this.#set([...turns, ...this.turns]);
	}

	async #replyTo({ text, odd, small, wish }: Heard, before: readonly Turn[]): Promise<Answered> {
		if (odd) return { reply: { kind: 'odd', odd }, asked: null };
		if (small) return { reply: { kind: 'small', small }, asked: null };
		if (wish) return { reply: { kind: 'wish', wish }, asked: questionOf(text, 'action', null, 1) };
		const answer = await this.#ask(text).catch((): Answer => ({ kind: 'unknown', guides: [] }));
		const [first] = answer.guides;
		const asked = questionOf(text, answer.kind, first?.guideId ?? null, first?.confidence ?? 0);
		return { reply: replyTo(answer, before), asked };
	}

	#add(...turns: Turn[]): void {
		this.#set([...this.turns, ...turns]);
	}

	#set(turns: readonly Turn[]): void {
		this.turns = turns;
		this.#write(saveDraft(draftId, 'talk', turns));
	}

	/** For the trainers, when there is network. */
	#record(asked: QuestionAsked, outcome: QuestionOutcome | null = null): void {
		this.#write(mutate('question.asked', { ...asked, outcome } satisfies QuestionAsked));
	}

	/** A device that keeps nothing more still answers: nobody is told. */
	#write(write: Promise<unknown>): void {
		this.#writing++;
		void write.catch(() => undefined).finally(() => this.#writing--);
	}
}

type Answered = { reply: Reply; asked: QuestionAsked | null };

const stamp = () => ({ id: newId(), at: new Date().toISOString() });

const questionOf = (text: string, kind: QuestionKind, guideId: GuideId | null, confidence: number): QuestionAsked => ({
	questionId: newId<QuestionId>(),
	locale: getLocale(),
	text,
	kind,
	guideId,
	confidence
});
