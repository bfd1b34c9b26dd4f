import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from './analyser.ts';
import { locales, type Locale } from '#lib/domain/locale.ts';

const terms = (text: string, lang: Locale) =>
	createAnalyser()
		.analyse(text, lang)
		.map((token) => token.term);

describe('inflections meet', () => {
	it.each<[Locale, string[]]>([
		['da', ['terminal', 'terminalen', 'terminaler', 'terminalerne', 'terminalens']],
		['da', ['glemme', 'glemmer']],
		['da', ['lås', 'låsen', 'låse', 'låser', 'laasen', 'LÅSENE']],
		['nb', ['skriver', 'skriveren', 'skrivere']],
		['sv', ['lösenord', 'lösenordet', 'loesenord']],
		['sv', ['skrivare', 'skrivaren', 'skrivarna']],
		['en', ['scanner', 'scanners', 'Scanner']],
		['en', ['print', 'prints', 'printing', 'printed']],
		['ko', ['단말기', '단말기가', '단말기를', '단말기에서']]
	])('%s %j', (lang, words) => expect(new Set(words.flatMap((word) => terms(word, lang))).size).toBe(1));

	it('does not join different words', () => {
		expect(terms('lås', 'da')).not.toEqual(terms('læs', 'da'));
		expect(terms('mail', 'en')).not.toEqual(terms('main', 'en'));
	});
});

describe('compounds', () => {
	const analyser = createAnalyser();
	analyser.learn(['dør lås batteri nøgle boks arbejde telefon medicin robot'], 'da');
	it.each([
		['dørlås', ['dør', 'lås']],
		['dørlåsbatteriet', ['dør', 'lås', 'batteri']],
		['nøgleboksen', ['nøgl', 'boks']],
		['arbejdstelefon', ['arbejd', 'telefon']],
		['medicinrobotten', ['medicin', 'robot']],
		['batteri', []],
		['ukendtord', []]
	])('%s is %j', (word, parts) => expect(analyser.analyse(word, 'da')[0]!.parts).toEqual(parts));
});

it('marks words without a subject', () => {
	const tokens = createAnalyser().analyse('Hvordan åbner jeg låsen?', 'da');
	expect(tokens.filter((token) => !token.stop).map((token) => token.word)).toEqual(['åbner', 'låsen']);
});

it('never throws, and every token lies where it says', () => {
	const analyser = createAnalyser();
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...locales), (text, lang) => {
			let after = 0;
			for (const token of analyser.analyse(text, lang)) {
				expect(token.start).toBeGreaterThanOrEqual(after);
				expect(token.end).toBeGreaterThan(token.start);
				const again = analyser.analyse(text.slice(token.start, token.end), lang);
				expect(again.map(({ term }) => term)).toEqual([token.term]);
				after = token.end;
			}
			expect(after).toBeLessThanOrEqual(text.length);
		}),
		{ numRuns: 300 }
	);
});
