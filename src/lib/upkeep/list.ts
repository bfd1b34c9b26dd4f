import { isDue } from '#lib/domain/guide/standing.ts';
import type { Listed } from './requests.ts';

export const views = ['all', 'written', 'review', 'due', 'missing', 'retired'] as const;
export type View = (typeof views)[number];

/** Does the guide belong to the view? Withdrawn ones stand only in their own, unless somebody writes on them. */
export function isIn({ draft, published, languages, reviewOn }: Listed, view: View, today: string): boolean {
	const isGone = published?.isRetired === true && !draft;
	if (view === 'retired') return published?.isRetired === true;
	if (isGone) return false;
	if (view === 'written') return draft?.state === 'draft';
	if (view === 'review') return draft?.state === 'review';
	if (view === 'due') return isDue(reviewOn, today);
	if (view === 'missing') return missingLanguages(languages).length > 0;
	return true;
}

/** Languages that a reader does not get whole. */
export const missingLanguages = (languages: Listed['languages']) =>
	languages.filter(({ isBegun, steps, of }) => !isBegun || steps < of).map(({ locale }) => locale);

/** What asks for something first: to read, being written, due, the others; among them by name. */
export function inOrder(guides: readonly Listed[], today: string, nameOf: (guide: Listed) => string): Listed[] {
	const weight = (guide: Listed) =>
		guide.draft?.state === 'review' ? 0 : guide.draft ? 1 : isDue(guide.reviewOn, today) ? 2 : 3;
	return guides.toSorted((a, b) => weight(a) - weight(b) || nameOf(a).localeCompare(nameOf(b)));
}
