import { dropDraft, draft, saveDraft } from '#lib/sync/drafts.ts';

/**
 * What the agent has begun to write on one case. Every keystroke is on the device: another case, a closed tab or an
 * empty battery take nothing. One draft a case, whatever it is going to be: the words survive a change of mind.
 */
export const composerModes = ['answer', 'ask', 'note'] as const;
export type ComposerMode = (typeof composerModes)[number];
export type Written = { mode: ComposerMode; text: string; choices: string[] };

const empty = (): Written => ({ mode: 'answer', text: '', choices: [] });

export class ComposerDraft {
	written = $state(empty());
	#id: string;
	#writing: Promise<void> = Promise.resolve();
	#isTouched = false;

	constructor(ticketId: string) {
		this.#id = `desk.${ticketId}`;
		void this.#read();
	}

	// What is typed while the device still reads the old words wins: it is newer.
	async #read() {
		const kept = await draft(this.#id);
		if (kept && !this.#isTouched) this.written = kept.data as Written;
	}

	/** In the order in which it was typed; the last write is the one that stays. */
	keep() {
		this.#isTouched = true;
		const words = $state.snapshot(this.written);
		const isBlank = words.text === '' && words.choices.every((choice) => choice === '');
		this.#writing = this.#writing.then(() => (isBlank ? dropDraft(this.#id) : saveDraft(this.#id, 'desk', words)));
		return this.#writing;
	}

	clear() {
		this.written = empty();
		return this.keep();
	}
}
