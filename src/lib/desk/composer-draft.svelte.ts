import { dropDraft, draft, saveDraft } from '#lib/sync/drafts.ts';
import type { PreparedPhoto } from '#lib/sync/photo.ts';

/**
 * What the agent has begun to write on one case. Every keystroke is on the device: another case, a closed tab or an
 * empty battery take nothing. One draft a case, whatever it is going to be: the words survive a change of mind.
 */
export const composerModes = ['answer', 'ask', 'note'] as const;
export type ComposerMode = (typeof composerModes)[number];
export type Written = { mode: ComposerMode; text: string; choices: string[] };
type Kept = Written & { photos?: PreparedPhoto[] };

const empty = (): Written => ({ mode: 'answer', text: '', choices: [] });

export class ComposerDraft {
	written = $state(empty());
	/** Bytes, so not followed inside. They go with an answer. */
	photos = $state.raw<PreparedPhoto[]>([]);
	/** When the words on the screen were last known to be on the device; null while they are not. */
	savedAt = $state<string | null>(null);
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
		if (!kept || this.#isTouched) return;
		this.savedAt = kept.savedAt;
		const { photos, ...written } = kept.data as Kept;
		this.written = written;
		this.photos = photos ?? [];
	}

	/** In the order in which it was typed; the last write is the one that stays. */
	keep(): Promise<void> {
		this.#isTouched = true;
		this.savedAt = null;
		const kept: Kept = { ...$state.snapshot(this.written), photos: this.photos };
		const isBlank = kept.text === '' && this.photos.length === 0 && kept.choices.every((choice) => choice === '');
		const write = async () => {
			await (isBlank ? dropDraft(this.#id) : saveDraft(this.#id, 'desk', kept));
			const read = await draft(this.#id);
			if (writing === this.#writing) this.savedAt = read?.savedAt ?? null;
		};
		// One write that fails must not hold back those after it.
		const writing = this.#writing.catch(() => undefined).then(write);
		this.#writing = writing;
		return writing;
	}

	clear() {
		this.written = empty();
		this.photos = [];
		return this.keep();
	}
}
