import { expect, it } from 'vitest';
import { timeWords } from './time-words.ts';

const at = new Date('2026-11-24T20:15:00Z');
const timeZone = 'Europe/Copenhagen';

it.each([
	['da', '21:15'],
	['nb', '21:15'],
	['sv', '21:15'],
	['en', '21:15'],
	['ko', '21:15']
] as const)('says the clock in %s with a colon', (locale, words) => {
	expect(timeWords(at, locale, { timeStyle: 'short', timeZone })).toBe(words);
});

it('keeps the points of a date', () => {
	const options = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone } as const;
	expect(timeWords(at, 'da', options)).toBe('24. november kl. 21:15');
});
