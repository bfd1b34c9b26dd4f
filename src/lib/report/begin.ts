import type { Audience } from '#lib/domain/ticket/catalogue.ts';
import { topics } from '#lib/domain/ticket/words.ts';
import { blankDraft, draftAfterGuide, keep } from './actions.ts';
import { draftOfShared } from './shared.ts';

/**
 * Where an address with more in it than `/report` leads: a topic of Home, words typed into the field, a guide that did
 * not help, photos from another app, the scanner. Null when there is nothing but the question "what?".
 */
export async function begin(said: Pick<URLSearchParams, 'get' | 'has'>, audience: Audience): Promise<string | null> {
	if (said.has('scan')) return '/scan';
	const guide = said.get('guide');
	if (guide) {
		const steps = Math.max(0, Math.trunc(Number(said.get('tried'))) || 0);
		const draft = await draftAfterGuide(guide, steps, audience);
		return `/report/${draft.id}/work`;
	}
	const shared = said.get('shared');
	if (shared) return draftOfShared(shared);
	const text = said.get('text')?.trim() ?? '';
	const named = topics.find((topic) => topic === said.get('topic'));
	const topic = named ?? (text ? 'question' : 'broken');
	if (topic === 'broken' && !text) return null;
	const blank = await blankDraft(topic);
	await keep({ ...blank, text });
	return `/report/${blank.id}/work`;
}
