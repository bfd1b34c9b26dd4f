import { textLimit } from '#lib/domain/ticket/words.ts';
import { draft as draftRow } from '#lib/sync/drafts.ts';
import { sharedText } from '#lib/sync/shared-photos.ts';
import { blankDraft, keep } from './actions.ts';

/**
 * What came through the phone's share sheet becomes a draft with the same id, once however often its address is opened.
 * Its words are in it at once; its photos are taken up on the page, where they pass the same questions as picked ones.
 */
export async function draftOfShared(id: string): Promise<string | null> {
	const path = `/report/${id}/work`;
	if (await draftRow(id)) return path;
	const text = await sharedText(id);
	if (text === null) return null;
	await keep({ ...(await blankDraft('question')), id, text: text.slice(0, textLimit), isShared: true });
	return path;
}
