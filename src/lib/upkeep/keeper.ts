import type { GuideSource } from '#lib/domain/guide/source.ts';
import { draft, dropDraft, saveDraft } from '#lib/sync/drafts.ts';
import type { Keeper, Left } from './editor.svelte.ts';

/** What a tablet wrote and could not save waits on it, for the next time that the guide is opened there. */
export function keeperOf(guideId: string): Keeper {
	const id = `guide:${guideId}`;
	return {
		left: async () => ((await draft(id))?.data as Left | undefined) ?? null,
		keep: ({ revision, source }) => saveDraft(id, 'guide', { revision, source: source as GuideSource }),
		drop: () => dropDraft(id)
	};
}
