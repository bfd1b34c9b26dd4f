import { errors, type ErrorCode } from '#lib/domain/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PreparedPhoto } from '#lib/sync/photo.ts';
import { whyNotSaved } from '#lib/sync/why-not-saved.ts';
import { preparePhoto } from './prepare-photo.ts';

/**
 * New photos on their way in: shrunk one after another (a picture takes a phone's whole memory for a moment), then,
 * where doubt is due, held until the person has looked. Nothing of a photo is kept before that.
 *
 *   taken ─► shrinking ─┬─► kept
 *                       ├─► doubted ─► kept | covered ─► shrinking | dropped
 *                       └─► refused: `problems` says which and why
 *
 * They are kept in the order in which they were chosen; one that is refused holds up no other.
 */
export class Intake {
	busy = $state(0);
	/** One sentence for each photo that was not kept, with its name. */
	problems = $state.raw<readonly string[]>([]);
	doubted = $state.raw<PreparedPhoto | null>(null);
	#keep: (photo: PreparedPhoto) => Promise<void>;
	#isGuarded: boolean;
	#answered: ((answer: Answer) => void) | null = null;
	#turn: Promise<void> = Promise.resolve();

	constructor(keep: (photo: PreparedPhoto) => Promise<void>, isGuarded: boolean) {
		this.#keep = keep;
		this.#isGuarded = isGuarded;
	}

	/**
	 * @param room how many more there is room for; the others are said to be too many
	 * @param onsettled what became of a file is decided, so that it need not be taken again
	 */
	take(files: readonly File[], room: number, onsettled?: (file: File) => void): Promise<void> {
		this.problems = files.length > room ? [m.errors_too_many_photos()] : [];
		const taken = files.slice(0, Math.max(0, room));
		this.busy += taken.length;
		for (const file of taken) this.#turn = this.#turn.then(() => this.#one(file)).then(() => onsettled?.(file));
		return this.#turn;
	}

	answer(answer: Answer): void {
		this.#answered?.(answer);
	}

	async #one(file: File): Promise<void> {
		try {
			const ready = await preparePhoto(file);
			if (!ready.ok) this.#say(file, ready.code);
			else if (this.#isGuarded) await this.#doubt(file, ready.value);
			else await this.#keep(ready.value);
		} catch (error) {
			this.#say(file, whyNotSaved(error));
		} finally {
			this.busy -= 1;
		}
	}

	/** Of six photos that came in together one must know which to take again. */
	#say({ name }: File, code: ErrorCode): void {
		this.problems = [...this.problems, m.tickets_photo_problem({ name, why: m[errors[code].message]() })];
	}

	async #doubt(file: File, photo: PreparedPhoto): Promise<void> {
		this.doubted = photo;
		const answer = await new Promise<Answer>((resolve) => (this.#answered = resolve));
		this.doubted = null;
		this.#answered = null;
		if (answer === 'use') return this.#keep(photo);
		if (answer === 'drop') return;
		const covered = await preparePhoto(answer);
		if (covered.ok) return this.#keep(covered.value);
		this.#say(file, covered.code);
	}
}

/** A picture is the covered one that takes the place of what was taken. */
export type Answer = 'use' | 'drop' | Blob;
