import type { Locale } from '#lib/domain/locale.ts';
import { bare, fold } from './fold.ts';
import { body, isHangul, jamo } from './hangul.ts';
import { stem } from './stem.ts';

/**
 * What a text says, as evidence for a linear model: stems and their pairs, and pieces of letters, which are what remains
 * of a word that was misspelt, inflected or written together. Nordic letters are brought to one spelling, so that the
 * three Nordic languages teach one another.
 *
 * Pure; the same text gives the same features in the same order, each once.
 */
export type Features = { words: string[]; pieces: string[] };

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const isNordic = (lang: Locale): boolean => lang === 'da' || lang === 'nb' || lang === 'sv';

/** A text this long says what it says in its beginning; the rest costs time only. In UTF-16 units. */
const longest = 2_000;

export function features(text: string, lang: Locale): Features {
	const words = new Set<string>();
	const pieces = new Set<string>();
	const raws: string[] = [];
	let before = '';
	for (const [raw] of text.slice(0, longest).matchAll(wordPattern)) {
		const word = wordOf(raw, lang);
		words.add(`w:${word.stem}`);
		words.add(`b:${before} ${word.stem}`);
		for (const piece of word.pieces) pieces.add(piece);
		before = word.stem;
		raws.push(raw);
	}
	// Korean leaves spaces out at will: pairs across them are the same evidence as pairs within.
	if (lang === 'ko') for (const piece of slices(raws.join('').toLowerCase(), 2, 3, 's')) pieces.add(piece);
	return { words: [...words], pieces: [...pieces] };
}

type Word = { stem: string; pieces: string[] };

function wordOf(raw: string, lang: Locale): Word {
	const lower = raw.normalize('NFC').toLowerCase();
	if (isHangul(lower))
		return {
			stem: body(lower),
			pieces: [...slices(lower, 1, 4, 's'), ...slices(`^${jamo(lower)}$`, 4, 6, 'j')]
		};
	const folded = fold(lower, isNordic(lang));
	return { stem: stem(folded, lang === 'ko' ? 'en' : lang), pieces: slices(`^${bare(folded)}$`, 3, 5, 'c') };
}

function slices(text: string, from: number, to: number, mark: string): string[] {
	const found: string[] = [];
	for (let size = from; size <= to; size += 1)
		for (let at = 0; at + size <= text.length; at += 1) found.push(mark + text.slice(at, at + size));
	return found;
}

/** A 32-bit hash of a feature (FNV-1a, then the finisher of MurmurHash3, because the low bits choose the bucket). */
export function hash(feature: string): number {
	let mixed = 0x811c9dc5;
	for (let at = 0; at < feature.length; at += 1) mixed = Math.imul(mixed ^ feature.charCodeAt(at), 0x01000193);
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}
