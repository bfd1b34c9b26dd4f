import { locales, type Locale } from '../locale.ts';
import { partCaution } from './caution.ts';
import { GuideFacts, type Guide, type GuideText } from './guide.ts';
import { plain } from './markdown.ts';
import type { GuideSource, SourceWords } from './source.ts';

export type ParsedGuide = Omit<Guide, 'version'>;

/** What `guide.json` says: pictures by the number of their step. */
export function factsOf({ steps, ...source }: GuideSource): GuideFacts {
	const pictures = Object.fromEntries(steps.flatMap(({ picture }, n) => (picture ? [[n + 1, picture]] : [])));
	return GuideFacts.parse({ ...source, ...(Object.keys(pictures).length > 0 && { pictures }) });
}

/** Sanitised HTML of inline markdown, or null where it is plain text anyway. */
export type Render = (markdown: string) => string | null;

/** The guide as devices hold it, in every language of its source. The source has no gap that blocks (`gaps.ts`). */
export function published(source: GuideSource, render: Render): ParsedGuide {
	const { words, steps, video } = source;
	const written = locales.filter((locale) => words[locale]);
	return {
		...factsOf(source),
		...(video && { video }),
		texts: Object.fromEntries(written.map((locale) => [locale, textOf(words[locale]!, steps, locale, render)]))
	};
}

function textOf(words: SourceWords, steps: GuideSource['steps'], locale: Locale, render: Render): GuideText {
	const { title, summary, keywords, ending } = words;
	return {
		title,
		summary,
		keywords,
		steps: steps.map(({ texts }) => {
			const { text, caution } = partCaution(texts[locale] ?? '', locale);
			return { text: plain(text), html: render(text), caution: caution && plain(caution) };
		}),
		ending: ending && { title: ending.title, text: plain(ending.body), html: render(ending.body) }
	};
}
