// One draft while somebody writes on it. Owns its words, when they are saved, and what happens when somebody else was
// quicker. Invariants: one saving at a time; nothing of another's is saved over before it was shown; what the server has
// not taken lies on the device.

import type { ErrorCode } from '#lib/domain/errors.ts';
import type { GuideSource, SourceStep } from '#lib/domain/guide/source.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Begun, Upkeep } from './requests.ts';

export type Requests = Pick<Upkeep, 'save' | 'open'> & { begin: (id: string) => Promise<Result<unknown>> };
/** What the server has not taken; `left` is null when there is nothing. */
export type Left = { revision: number; source: GuideSource };
export type Keeper = {
	left: () => Promise<Left | null>;
	keep: (left: Left) => Promise<void>;
	drop: () => Promise<void>;
};

/** Somebody else saved first, or the draft is gone (`revision` null). `theirs` is what stands there now. */
export type Overtaken = { byName: string; at: string; revision: number | null; theirs: GuideSource | null };

const quietMs = 800;
const againMs = 5_000;

export class Editor {
	source = $state() as GuideSource;
	savedAt = $state('');
	isWaiting = $state(false);
	problem = $state<ErrorCode | null>(null);
	overtaken = $state<Overtaken | null>(null);
	revision: number;
	readonly #requests: Requests;
	readonly #keeper: Keeper;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#running: Promise<boolean> | null = null;

	constructor(draft: Begun, requests: Requests, keeper: Keeper) {
		this.source = draft.source;
		this.revision = draft.revision;
		this.savedAt = draft.at;
		this.#requests = requests;
		this.#keeper = keeper;
		void this.#takeUp(draft);
	}

	/** Something was written. */
	changed(afterMs = quietMs): void {
		this.isWaiting = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), afterMs);
	}

	/** Saves now; true when the server has everything. */
	async save(): Promise<boolean> {
		clearTimeout(this.#timer);
		while (this.#running) await this.#running;
		if (!this.isWaiting) return true;
		if (this.overtaken) return false;
		this.#running = this.#send();
		const isSaved = await this.#running;
		this.#running = null;
		return isSaved && (this.isWaiting ? this.save() : true);
	}

	async #send(): Promise<boolean> {
		const { revision } = this;
		const source = $state.snapshot(this.source) as GuideSource;
		this.isWaiting = false;
		const answer = await this.#requests.save({ id: source.id, revision, source });
		if (answer.ok && answer.value.isDone) {
			this.revision = answer.value.revision;
			this.savedAt = answer.value.at;
			this.problem = null;
			await this.#keeper.drop();
			return true;
		}
		this.isWaiting = true;
		await this.#keeper.keep({ revision, source });
		if (answer.ok) {
			if (!answer.value.isDone) await this.#yield(answer.value);
		} else {
			this.problem = answer.code;
			this.changed(againMs);
		}
		return false;
	}

	async #yield(by: Omit<Overtaken, 'theirs'>): Promise<void> {
		const now = await this.#requests.open(this.source.id);
		const theirs = now.ok ? (now.value.draft?.source ?? now.value.published?.source ?? null) : null;
		// What is shown is what is saved over: it may be a later one than that which was in the way.
		const revision = now.ok ? (now.value.draft?.revision ?? null) : by.revision;
		this.overtaken = { ...by, revision, theirs };
	}

	/** What was not sent when the page was last open. */
	async #takeUp({ byName, at, revision, source }: Begun): Promise<void> {
		const left = await this.#keeper.left();
		if (!left) return;
		this.source = left.source;
		this.isWaiting = true;
		if (left.revision === revision) this.changed(0);
		else this.overtaken = { byName, at, revision, theirs: source };
	}

	/** What the other wrote stands, and mine is thrown away. */
	async takeTheirs(): Promise<void> {
		await this.#keeper.drop();
		this.isWaiting = false;
	}

	/** Mine is saved over what was shown. */
	async keepMine(): Promise<boolean> {
		let revision = this.overtaken?.revision ?? null;
		if (revision === null) {
			const begun = await this.#requests.begin(this.source.id);
			const now = begun.ok ? await this.#requests.open(this.source.id) : begun;
			if (!now.ok) this.problem = now.code;
			revision = now.ok ? (now.value.draft?.revision ?? null) : null;
		}
		if (revision === null) return false;
		this.revision = revision;
		this.overtaken = null;
		this.isWaiting = true;
		return this.save();
	}

	write(step: SourceStep, locale: Locale, text: string): void {
		step.texts[locale] = text;
		this.changed();
	}

	/** Answers where the new step stands, from 0. */
	add(key: string, at = this.source.steps.length): number {
		this.source.steps.splice(at, 0, { key, texts: {} });
		this.changed();
		return at;
	}

	/** One place up or down; answers where it stands now. */
	move(at: number, by: -1 | 1): number {
		const to = at + by;
		const [step] = to < 0 || to >= this.source.steps.length ? [] : this.source.steps.splice(at, 1);
		if (!step) return at;
		this.source.steps.splice(to, 0, step);
		this.changed();
		return to;
	}

	/** Answers how to take it back. */
	remove(at: number): () => void {
		const [step] = this.source.steps.splice(at, 1);
		this.changed();
		return () => {
			if (step) this.source.steps.splice(Math.min(at, this.source.steps.length), 0, step);
			this.changed();
		};
	}

	end(): void {
		clearTimeout(this.#timer);
		void this.save();
	}
}
