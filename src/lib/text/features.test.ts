import fc from 'fast-check';
import { expect, it } from 'vitest';
import { locales } from '#lib/domain/locale.ts';
import { features, hash } from './features.ts';

it('gives each feature once, the same for the same text, whatever is typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...locales), (text, lang) => {
			const { words, pieces } = features(text, lang);
			expect(new Set(words).size).toBe(words.length);
			expect(new Set(pieces).size).toBe(pieces.length);
			expect(features(text, lang)).toEqual({ words, pieces });
		})
	);
});

it('the three Nordic spellings of one word share their pieces', () => {
	expect(features('lösen', 'sv').pieces).toEqual(features('løsen', 'da').pieces);
	expect(features('låsen', 'nb').pieces).toEqual(features('laasen', 'da').pieces);
});

it('a misspelt word keeps most of its pieces, in Korean letters too', () => {
	const shared = (a: string[], b: string[]) => a.filter((piece) => b.includes(piece)).length / a.length;
	expect(shared(features('printeren', 'da').pieces, features('printern', 'da').pieces)).toBeGreaterThan(0.4);
	expect(shared(features('비밀번호', 'ko').pieces, features('비밀번오', 'ko').pieces)).toBeGreaterThan(0.4);
});

it('a long text is read at its beginning', () => {
	expect(features('låsen '.repeat(5_000), 'da').words.length).toBeLessThan(10);
});

it('spreads features over buckets', () => {
	const buckets = new Set(Array.from({ length: 1_000 }, (_, n) => hash(`c${n}`) % 8_192));
	expect(buckets.size).toBeGreaterThan(900);
});
