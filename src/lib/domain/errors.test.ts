import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errors, isErrorCode } from './errors.ts';
import { locales } from './locale.ts';

describe('the table of refusals', () => {
	it.each(locales)('has a sentence for every code in %s, and none that no code names', (locale) => {
		const words = JSON.parse(readFileSync(`messages/errors/${locale}.json`, 'utf8'));
		expect(Object.keys(words).sort()).toEqual([...new Set(Object.values(errors).map((error) => error.message))].sort());
	});

	it('knows its codes and nothing that every object has', () => {
		expect(isErrorCode('signed_out')).toBe(true);
		expect(isErrorCode('toString')).toBe(false);
	});
});
