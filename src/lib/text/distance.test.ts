import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distance } from './distance.ts';

it.each([
	['lås', 'lås', 0],
	['pgae', 'page', 1],
	['frozzen', 'frozen', 1],
	['kvittering', 'kviterin', 2],
	['abc', 'xyz', 3],
	['', 'ab', 2]
])('%s to %s is %i', (a, b, edits) => expect(distance(a, b, 2)).toBe(Math.min(edits, 3)));

it('is symmetric, zero only for the same word, and never above its bound', () => {
	fc.assert(
		fc.property(
			fc.string({ maxLength: 12 }),
			fc.string({ maxLength: 12 }),
			fc.integer({ min: 0, max: 3 }),
			(a, b, most) => {
				const edits = distance(a, b, most);
				expect(edits).toBe(distance(b, a, most));
				expect(edits).toBeLessThanOrEqual(most + 1);
				expect(edits === 0).toBe(a === b);
			}
		)
	);
});
