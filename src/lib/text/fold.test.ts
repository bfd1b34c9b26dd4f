import { describe, expect, it } from 'vitest';
import { bare, fold } from './fold.ts';

describe('fold', () => {
	it.each([
		['LÅS', 'lås'],
		['laas', 'lås'],
		['lösenord', 'løsenord'],
		['loesenord', 'løsenord'],
		['Känner', 'kænner'],
		['café', 'cafe'],
		['de\u0301bit', 'debit'],
		['la\u030as', 'lås'],
		['도어락', '도어락']
	])('writes %s as %s', (typed, folded) => expect(fold(typed, true)).toBe(folded));

	it('leaves digraphs alone outside Nordic text', () => expect(fold('does', false)).toBe('does'));
	it('keeps lås and læs apart until the letters are dropped', () => {
		expect(fold('lås', true)).not.toBe(fold('læs', true));
		expect(bare(fold('lås', true))).toBe(bare('las'));
	});
});
