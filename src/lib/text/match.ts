import type { Token } from './analyser.ts';
import { distance, forgiven } from './distance.ts';
import { bare } from './fold.ts';
import { isHangul, jamo } from './hangul.ts';
import { synonymTerms, type Synonyms } from './synonyms.ts';

// From a typed word to the filed terms it may mean, the surest first. Typing errors are looked for only when
// nothing surer was found, or every common word would drag its neighbours in.

const weight = { same: 1, bare: 0.9, synonym: 0.8, beginning: 0.7, beginningToo: 0.4, oneError: 0.65, twoErrors: 0.45 };

export type Matcher = {
	/** @param typing the word may be only begun */
	termsFor(token: Token, typing: boolean): Map<string, number>;
};

/**
 * @param words every filed term with the words as they are written that are filed under it
 * @param termOf files a word as the analyser does
 */
export function createMatcher(
	words: Map<string, Set<string>>,
	synonyms: Synonyms,
	termOf: (word: string) => string
): Matcher {
	const others = synonymTerms(synonyms, termOf);
	const spelled: { term: string; letters: string }[] = [];
	const byLetters = new Map<string, string[]>();
	for (const [term, forms] of words)
		for (const form of new Set([term, ...forms])) {
			const letters = lettersOf(form);
			spelled.push({ term, letters });
			const same = byLetters.get(letters);
			if (same) same.push(term);
			else byLetters.set(letters, [term]);
		}

	return {
		termsFor(token, typing) {
			const found = new Map<string, number>();
			const add = (term: string, sure: number) => {
				if ((found.get(term) ?? 0) < sure) found.set(term, sure);
			};
			const letters = lettersOf(token.word);
			if (words.has(token.term)) add(token.term, weight.same);
			else
				for (const term of byLetters.get(letters) ?? byLetters.get(lettersOf(token.term)) ?? []) add(term, weight.bare);
			for (const term of others.get(token.term) ?? []) if (words.has(term)) add(term, weight.synonym);
			const whole = found.size > 0;
			if (typing && (letters.length > 1 || isHangul(token.word)))
				for (const each of spelled)
					if (each.letters.startsWith(letters)) add(each.term, whole ? weight.beginningToo : weight.beginning);
			if (!found.size && !(token.parts.length && !isHangul(token.word))) {
				const most = forgiven(letters.length);
				for (const each of most ? spelled : []) {
					const edits = distance(letters, each.letters, most);
					if (edits <= most) add(each.term, edits <= 1 ? weight.oneError : weight.twoErrors);
				}
			}
			return found;
		}
	};
}

const lettersOf = (word: string) => (isHangul(word) ? jamo(word) : bare(word));
