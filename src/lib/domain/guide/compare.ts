import { locales, type Locale } from '../locale.ts';
import type { GuideSource } from './source.ts';

// What is different between two versions of a guide, word by word and language by language.

export type Piece = { kind: 'same' | 'removed' | 'added'; text: string };

/** One place of the text: both of its wordings as pieces. `at` is its step now, or where it was when it was removed. */
export type Change = {
	part: 'title' | 'summary' | 'keywords' | 'ending' | 'step';
	step?: number;
	/** The step stood at another place before. */
	movedFrom?: number;
	pieces: Piece[];
};

/** The longest common sequence of words, read out as what stayed, went and came. Spaces belong to the word before. */
export function wordDiff(before: string, after: string): Piece[] {
	const [a, b] = [wordsOf(before), wordsOf(after)];
	const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--)
			length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);

	const pieces: Piece[] = [];
	const put = (kind: Piece['kind'], text: string) => {
		const last = pieces.at(-1);
		if (last?.kind === kind) last.text += text;
		else pieces.push({ kind, text });
	};
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			put('same', a[i++]!);
			j++;
		} else if (i < a.length && (j >= b.length || length[i + 1]![j]! >= length[i]![j + 1]!)) put('removed', a[i++]!);
		else put('added', b[j++]!);
	}
	return pieces;
}

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

const isDifferent = ({ movedFrom, pieces }: Change) =>
	movedFrom !== undefined || pieces.some(({ kind }) => kind !== 'same');

/** Nothing when the language says the same in both. */
export function changesIn(before: GuideSource, after: GuideSource, locale: Locale): Change[] {
	const [old, now] = [before.words[locale], after.words[locale]];
	const ending = (words: typeof old) => [words?.ending?.title, words?.ending?.body].filter(Boolean).join('\n');
	const heads: Change[] = [
		{ part: 'title', pieces: wordDiff(old?.title ?? '', now?.title ?? '') },
		{ part: 'summary', pieces: wordDiff(old?.summary ?? '', now?.summary ?? '') },
		{ part: 'keywords', pieces: wordDiff(old?.keywords.join(', ') ?? '', now?.keywords.join(', ') ?? '') }
	];
	const end: Change = { part: 'ending', pieces: wordDiff(ending(old), ending(now)) };
	return [...heads, ...stepChanges(before, after, locale), end].filter(isDifferent);
}

function stepChanges(before: GuideSource, after: GuideSource, locale: Locale): Change[] {
	const place = new Map(before.steps.map(({ key }, n) => [key, n]));
	const kept = after.steps.filter(({ key }) => place.has(key)).map(({ key }) => key);
	const keptBefore = before.steps.filter(({ key }) => kept.includes(key)).map(({ key }) => key);
	const stayed = after.steps.map(({ key, texts }, n): Change => {
		const at = place.get(key);
		const earlier = at === undefined ? '' : (before.steps[at]!.texts[locale] ?? '');
		const pieces = wordDiff(earlier, texts[locale] ?? '');
		// Only a step that changed its order among those that stayed: one that was pushed down by another has not moved.
		const isMoved = at !== undefined && kept.indexOf(key) !== keptBefore.indexOf(key);
		return { part: 'step', step: n + 1, pieces, ...(isMoved && { movedFrom: at + 1 }) };
	});
	const gone = before.steps.flatMap(({ key, texts }, n): Change[] =>
		kept.includes(key) ? [] : [{ part: 'step', step: n + 1, pieces: wordDiff(texts[locale] ?? '', '') }]
	);
	return [...stayed, ...gone];
}

/** Languages in which something is different. */
export const changedLanguages = (before: GuideSource, after: GuideSource): Locale[] =>
	locales.filter((locale) => changesIn(before, after, locale).length > 0);
