import { getContext, setContext } from 'svelte';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { FileId } from '#lib/domain/ids.ts';
import type { Photo } from '#lib/domain/ticket/event.ts';
import { draft as draftRow, draftsLife, dropDraft, saveDraft } from '#lib/sync/drafts.ts';
import type { PreparedPhoto } from '#lib/sync/photo.ts';
import { photoOf } from '#lib/sync/photo.ts';
import { whyNotSaved } from '#lib/sync/why-not-saved.ts';
import type { ReportDraft } from './draft.ts';

/**
 * The report on the screen. Every change lies on the device before the next one is written; saves never overtake one
 * another. Photos lie in rows of their own, so that a keystroke does not write six pictures again.
 *
 *   open ──change──► open (saving, saved, or `problem`)
 *     ├── the row is gone: sent or discarded in another window ──► elsewhere: nothing is written any more
 *     └── the row is gone with its whole database ──► open: what is on the screen is written into the new one
 */
export class Drafting {
	readonly id: string;
	current = $state.raw<ReportDraft | null>(null);
	photos = $state.raw<PreparedPhoto[]>([]);
	savedAt = $state<string | null>(null);
	isElsewhere = $state(false);
	problem = $state<ErrorCode | null>(null);
	#saving: Promise<void> | null = null;
	#isStale = false;
	#life: string | undefined;

	constructor(id: string) {
		this.id = id;
	}

	/** @returns false when there is no such draft on this device */
	async open(): Promise<boolean> {
		const row = await draftRow(this.id);
		if (!row) return false;
		const found = row.data as ReportDraft;
		this.photos = await photosOf(found);
		this.current = found;
		this.savedAt = row.savedAt;
		this.#life = await draftsLife();
		return true;
	}

	change(next: ReportDraft): void {
		this.current = next;
		this.#isStale = true;
		this.#saving ??= this.#save().finally(() => (this.#saving = null));
	}

	/** Resolves when what is on the screen lies on the device, or when it said that it could not. */
	async settled(): Promise<void> {
		while (this.#saving) await this.#saving;
	}

	/** Sent or thrown away in another window. */
	async isGone(): Promise<boolean> {
		if (await draftRow(this.id)) return false;
		const life = await draftsLife();
		if (life === this.#life) return true;
		this.#life = life;
		for (const photo of this.photos) await saveDraft(photoRow(photo.fileId), 'report-photo', photo);
		return false;
	}

	/** The bytes first: a draft never names a photo that the device does not hold. */
	async addPhoto(photo: PreparedPhoto): Promise<void> {
		await saveDraft(photoRow(photo.fileId), 'report-photo', photo);
		this.photos = [...this.photos, photo];
		this.#name((named) => [...named, photoOf(photo)]);
	}

	async removePhoto(fileId: FileId): Promise<void> {
		this.photos = this.photos.filter((photo) => photo.fileId !== fileId);
		this.#name((named) => named.filter((photo) => photo.fileId !== fileId));
		await this.settled();
		await dropDraft(photoRow(fileId));
	}

	/** A corrected report may name photos that arrived long ago and have no bytes here any more: they stay named. */
	#name(change: (named: Photo[]) => Photo[]): void {
		if (this.current) this.change({ ...this.current, photos: change(this.current.photos) });
	}

	async #save(): Promise<void> {
		while (this.#isStale && !this.isElsewhere && this.current) {
			this.#isStale = false;
			try {
				if (this.savedAt && (await this.isGone())) this.isElsewhere = true;
				else {
					await saveDraft(this.id, 'report', this.current);
					// Read back: the words "saved 10:41" are what the device says, not what was hoped.
					this.savedAt = (await draftRow(this.id))?.savedAt ?? null;
					this.problem = null;
				}
			} catch (error) {
				this.problem = whyNotSaved(error);
			}
		}
	}
}

export const photoRow = (fileId: FileId): string => `photo.${fileId}`;

/** Those whose bytes lie here. */
async function photosOf({ photos }: ReportDraft): Promise<PreparedPhoto[]> {
	const found = await Promise.all(photos.map(({ fileId }) => draftRow(photoRow(fileId))));
	return found.flatMap((row) => (row ? [row.data as PreparedPhoto] : []));
}

const key = Symbol('drafting');
export const setDrafting = (drafting: () => Drafting): void => void setContext(key, drafting);
export const getDrafting = (): (() => Drafting) => getContext<() => Drafting>(key);
