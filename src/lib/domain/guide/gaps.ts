import { locales, type Locale } from '../locale.ts';
import type { GuideSource, SourceStep } from './source.ts';

// What is missing before a guide can be published, and what somebody should look at. A language that was begun has to be
// whole: its readers would otherwise get another language than the day before. One that nobody began is only told.

export type Gap =
	| { kind: 'noText' | 'noSteps' | 'service' | 'owner' | 'review' | 'untested'; locale?: undefined }
	| { kind: 'title' | 'summary' | 'captions' | 'ending' | 'language'; locale: Locale }
	/** Which steps, from 1. */
	| { kind: 'steps' | 'behind'; locale: Locale; steps: number[] };

const blocking: readonly Gap['kind'][] = ['noText', 'noSteps', 'service', 'title', 'summary', 'captions', 'steps'];
export const blocks = ({ kind }: Gap): boolean => blocking.includes(kind);

export type Written = { steps: number; of: number; isBegun: boolean };

const has = (text: string | undefined) => Boolean(text?.trim());

/** How far one language is. */
export function written({ words, steps }: GuideSource, locale: Locale): Written {
	const own = words[locale];
	const count = steps.filter(({ texts }) => has(texts[locale])).length;
	const isBegun = count > 0 || has(own?.title) || has(own?.summary) || has(own?.ending?.body);
	return { steps: count, of: steps.length, isBegun };
}

export type Surroundings = {
	services: ReadonlySet<string>;
	/** What is published now: a step that was changed in one language only is told of the others. */
	before: GuideSource | null;
	isOwned: boolean;
	isReviewed: boolean;
	isTested: boolean;
};

/** Everything at once, what blocks first. */
export function gapsOf(source: GuideSource, around: Surroundings): Gap[] {
	const begun = locales.filter((locale) => written(source, locale).isBegun);
	const gaps: Gap[] = [];
	if (begun.length === 0) gaps.push({ kind: 'noText' });
	if (source.steps.length === 0) gaps.push({ kind: 'noSteps' });
	if (!around.services.has(source.service)) gaps.push({ kind: 'service' });
	for (const locale of locales) {
		if (!begun.includes(locale)) {
			gaps.push({ kind: 'language', locale });
			continue;
		}
		const own = source.words[locale];
		if (!has(own?.title)) gaps.push({ kind: 'title', locale });
		if (!has(own?.summary)) gaps.push({ kind: 'summary', locale });
		if (source.video && !source.video.captions[locale]) gaps.push({ kind: 'captions', locale });
		const numbers = (wanted: (step: SourceStep) => boolean) =>
			source.steps.flatMap((step, n) => (wanted(step) ? [n + 1] : []));
		const missing = numbers(({ texts }) => !has(texts[locale]));
		if (missing.length) gaps.push({ kind: 'steps', locale, steps: missing });
		const behind = numbers((step) => isBehind(step, around.before, locale));
		if (behind.length) gaps.push({ kind: 'behind', locale, steps: behind });
		if (!has(own?.ending?.body)) gaps.push({ kind: 'ending', locale });
	}
	if (!around.isOwned) gaps.push({ kind: 'owner' });
	if (!around.isReviewed) gaps.push({ kind: 'review' });
	if (!around.isTested) gaps.push({ kind: 'untested' });
	return gaps.toSorted((a, b) => Number(blocks(b)) - Number(blocks(a)));
}

/** The step says something new in another language, and in this one what it said before. */
export function isBehind(step: SourceStep, before: GuideSource | null, locale: Locale): boolean {
	const earlier = before?.steps.find(({ key }) => key === step.key);
	if (!earlier || !has(step.texts[locale])) return false;
	const isChanged = (each: Locale) => has(earlier.texts[each]) && step.texts[each] !== earlier.texts[each];
	return step.texts[locale] === earlier.texts[locale] && locales.some((each) => each !== locale && isChanged(each));
}

/** Only what is written, so that a language of empty fields is none. */
export function withoutEmpty(source: GuideSource): GuideSource {
	const begun = locales.filter((locale) => written(source, locale).isBegun);
	const keep = <T>(of: Partial<Record<Locale, T>>, as = (one: T) => one): Partial<Record<Locale, T>> =>
		Object.fromEntries(begun.flatMap((locale) => (of[locale] === undefined ? [] : [[locale, as(of[locale])]])));
	return {
		...source,
		words: keep(source.words, (own) => ({ ...own, ending: has(own.ending?.body) ? own.ending : null })),
		steps: source.steps.map((step) => ({ ...step, texts: keep(step.texts) }))
	};
}
