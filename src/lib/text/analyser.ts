import type { Locale } from '#lib/domain/locale.ts';
import { split } from './compound.ts';
import { fold } from './fold.ts';
import { bigrams, body, isHangul } from './hangul.ts';
import { stem } from './stem.ts';
import { isStopword } from './stopwords.ts';

/** A word of a text. `start` and `end` count UTF-16 units of the text as it was given. */
export type Token = {
	start: number;
	end: number;
	/** as folded for comparing, not stemmed: what a half-typed word is a beginning of */
	word: string;
	/** what the word is filed under */
	term: string;
	/** parts of a compound, or pairs of Korean syllables: weaker evidence than the term */
	parts: string[];
	/** "how", "I", "the": says nothing about the subject */
	stop: boolean;
};

/** The one way from text to comparable words; search, assistant, duplicates and triage all come through here. */
export interface Analyser {
	analyse(text: string, lang: Locale): Token[];
	/** Teaches the words that stand on their own in a text, so that compounds of them can be split. */
	learn(texts: Iterable<string>, lang: Locale): void;
}

const nordic = (lang: Locale): boolean => lang === 'da' || lang === 'nb' || lang === 'sv';

type Analysed = Omit<Token, 'start' | 'end'>;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** An analyser that knows no words yet; results for a word are kept, so analysing the whole pack stays cheap. */
export function createAnalyser(): Analyser {
	const lexicon = new Map<Locale, Set<string>>();
	const seen = new Map<Locale, Map<string, Analysed>>();

	function analyseWord(raw: string, lang: Locale): Analysed {
		const lower = raw.normalize('NFC').toLowerCase();
		const stop = isStopword(lower, lang);
		if (isHangul(lower)) {
			const term = body(lower);
			return { word: lower, term, parts: lower.length > 1 ? bigrams(lower) : [], stop };
		}
		// A Latin word in a Korean text (wifi, PIN) is stemmed as English.
		const latin = lang === 'ko' ? 'en' : lang;
		const word = fold(lower, nordic(lang));
		const stemOf = (part: string) => stem(part, latin);
		const term = stemOf(word);
		const known = lexicon.get(lang);
		const parts = nordic(lang) && known && word.length >= 6 ? split(word, stemOf, (part) => known.has(part)) : [];
		return { word, term, parts, stop };
	}

	return {
		analyse(text, lang) {
			let words = seen.get(lang);
			if (!words) seen.set(lang, (words = new Map()));
			const tokens: Token[] = [];
			for (const match of text.matchAll(wordPattern)) {
				const raw = match[0];
				let analysed = words.get(raw);
				if (!analysed) words.set(raw, (analysed = analyseWord(raw, lang)));
				tokens.push({ start: match.index, end: match.index + raw.length, ...analysed });
			}
			return tokens;
		},
		learn(texts, lang) {
			const known = lexicon.get(lang) ?? new Set<string>();
			for (const text of texts)
				for (const token of this.analyse(text, lang)) if (!token.stop && token.term.length >= 3) known.add(token.term);
			lexicon.set(lang, known);
			seen.delete(lang);
		}
	};
}
