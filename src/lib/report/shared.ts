import { dropShared, readShared } from '#lib/sync/shared-photos.ts';
import { preparePhoto } from '#lib/tickets/prepare-photo.ts';
import { photoOf } from '#lib/sync/photo.ts';
import { saveDraft } from '#lib/sync/drafts.ts';
import { blankDraft, keep } from './actions.ts';
import { photoRow } from './drafting.svelte.ts';
import { errors } from '#lib/domain/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { announce } from '#lib/ui/announce.svelte.ts';
import { photoLimit, textLimit } from '#lib/domain/ticket/words.ts';

/**
 * Photos and words that came through the phone's share sheet become a draft; only then they leave the cache. Those that
 * cannot be used are named.
 */
export async function draftOfShared(id: string): Promise<string | null> {
	const { files, text } = await readShared(id);
	if (files.length === 0 && !text) return null;
	const draft = { ...(await blankDraft('question')), text: text.slice(0, textLimit) };
	const problems: string[] = [];
	for (const file of files.slice(0, photoLimit)) {
		const ready = await preparePhoto(file);
		if (!ready.ok) {
			problems.push(m.tickets_photo_problem({ name: file.name, why: m[errors[ready.code].message]() }));
			continue;
		}
		await saveDraft(photoRow(ready.value.fileId), 'report-photo', ready.value);
		draft.photos = [...draft.photos, photoOf(ready.value)];
	}
	await keep(draft);
	await dropShared(id);
	if (problems.length) announce(problems.join('\n'));
	return `/report/${draft.id}/work`;
}
