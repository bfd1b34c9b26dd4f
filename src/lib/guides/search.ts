import { concerns, textFor, type Audience, type Guide } from '#lib/domain/guide/guide.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { dangerBehind, dangerIn, type Danger } from '#lib/text/danger.ts';
import { createSearchIndex, type Hit, type SearchDoc } from '#lib/text/search-index.ts';
import { starterSynonyms } from '#lib/text/starter-synonyms.ts';
import type { Synonyms } from '#lib/text/synonyms.ts';

export type GuideHit = Hit & { guide: Guide };
export type GuideSearch = (query: string, limit?: number) => GuideHit[];

/** One's own kind of workplace first, what was written for everybody next; the others' guides are still found. */
const boosts = { own: 1.6, all: 1.15, other: 0.5 };

/**
 * Search over the guides on the device, in the reader's language. Building takes some 50 ms, so keep it while the
 * guides are the same. `synonyms` are the workplace's own words.
 */
export function createGuideSearch(
	guides: Guide[],
	locale: Locale,
	audience: Audience,
	synonyms: Synonyms = []
): GuideSearch {
	const byId = new Map(guides.map((guide) => [guide.id, guide]));
	const index = createSearchIndex(
		guides.flatMap((guide) => docOf(guide, locale) ?? []),
		locale,
		[...starterSynonyms(locale), ...synonyms]
	);
	const boost = (id: string) => {
		const guide = byId.get(id)!;
		if (audience !== 'all' && guide.audience.includes(audience)) return boosts.own;
		return concerns(guide, audience) ? boosts.all : boosts.other;
	};
	return (query, limit = 8) =>
		index.search(query, { limit, boost }).map((hit) => ({ ...hit, guide: byId.get(hit.id)! }));
}

function docOf(guide: Guide, locale: Locale): SearchDoc | null {
	const found = textFor(guide, locale);
	if (!found) return null;
	const { text, lang } = found;
	const steps = text.steps.map((step) => (step.caution ? `${step.text} ${step.caution}` : step.text));
	return { id: guide.id, lang, title: text.title, keywords: text.keywords, summary: text.summary, steps };
}

/**
 * The danger that comes before everything that was found: what the words say, else what may lie behind the likeliest
 * guide, where that guide is meant for the reader's kind of workplace.
 */
export function dangerOf(query: string, hits: readonly GuideHit[], audience: Audience): Danger | null {
	const likeliest = hits[0]?.guide;
	return dangerIn(query) ?? (likeliest?.audience.includes(audience) ? dangerBehind(likeliest.service) : null);
}
