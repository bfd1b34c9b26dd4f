import { draft, dropDraft, drafts, saveDraft } from '#lib/sync/drafts.ts';
import type { Place } from './reading.svelte.ts';

// Where somebody was in a guide, for a day: a call comes in between, and nobody should have to look for the step again.

const kind = 'guide-place';
const keptMs = 24 * 3_600_000;
const idOf = (guideId: string) => `${kind}:${guideId}`;

/** Only a step in the middle is worth remembering; the end of a reading forgets it. */
export async function rememberPlace(guideId: string, place: Place): Promise<void> {
	if (typeof place === 'number' && place > 0) await saveDraft(idOf(guideId), kind, place);
	else await dropDraft(idOf(guideId));
}

/** The step (from 0) at which somebody left off since yesterday, or null. */
export async function placeBefore(guideId: string, now: number): Promise<number | null> {
	const found = await draft(idOf(guideId));
	if (!found || now - Date.parse(found.savedAt) > keptMs) {
		for (const { id, savedAt } of await drafts(kind)) if (now - Date.parse(savedAt) > keptMs) await dropDraft(id);
		return null;
	}
	return typeof found.data === 'number' ? found.data : null;
}
