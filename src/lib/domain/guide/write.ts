import { stringify } from 'yaml';
import { locales, type Locale } from '../locale.ts';
import { factsOf } from './published.ts';
import type { GuideSource } from './source.ts';

/** A guide as the files of its folder (`content/FORMAT.md`): reading them gives the same source again. */
export function filesOf(source: GuideSource): { name: string; text: string }[] {
	const languages = locales.filter((locale) => source.words[locale]);
	return [
		{ name: 'guide.json', text: `${JSON.stringify(factsOf(source), null, '\t')}\n` },
		...languages.map((locale) => ({ name: `${locale}.md`, text: markdownOf(source, locale) }))
	];
}

function markdownOf({ words, steps }: GuideSource, locale: Locale): string {
	const { title, summary, keywords, ending } = words[locale]!;
	const front = stringify({ title, summary, keywords }, { lineWidth: 0, collectionStyle: 'any' });
	// Deeper than a list or a heading begins, so that a further line of a step is taken for nothing else.
	const list = steps.map(({ texts }, n) => `${n + 1}. ${(texts[locale] ?? '').replaceAll('\n', '\n    ')}\n`).join('');
	const end = ending ? `\n## ${ending.title}\n${ending.body}\n` : '';
	return `---\n${front}---\n${list}${end}`;
}
