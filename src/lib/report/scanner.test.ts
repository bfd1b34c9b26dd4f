import { expect, it } from 'vitest';
import { afterKey, type Run } from './scanner.ts';

/** Keys with the milliseconds since the one before. */
function typed(keys: [key: string, ms: number][]): (string | null)[] {
	let run: Run = { text: '', lastMs: 0 };
	let now = 1_000;
	return keys.map(([key, ms]) => {
		now += ms;
		const after = afterKey(run, key, now);
		run = after.run;
		return after.tag;
	});
}
const fast = (text: string): [string, number][] => [...text].map((key) => [key, 5]);

it('hears a label that comes faster than hands', () => {
	expect(typed([...fast('HT-0007'), ['Enter', 5]]).at(-1)).toBe('HT-0007');
});

it('does not take Shift for a letter', () => {
	expect(
		typed([
			['Shift', 5],
			['H', 5],
			['Shift', 5],
			['T', 5],
			['7', 5],
			['Enter', 5]
		]).at(-1)
	).toBe('HT7');
});

it('leaves hands alone: slow keys, a lone Enter, a word and a pause', () => {
	expect(
		typed([
			['a', 0],
			['b', 200],
			['c', 200],
			['d', 200],
			['Enter', 200]
		]).at(-1)
	).toBeNull();
	expect(typed([['Enter', 5]]).at(-1)).toBeNull();
	expect(typed([...fast('HT-0007'), ['Enter', 900]]).at(-1)).toBeNull();
});

it('begins anew after a scan', () => {
	const tags = typed([...fast('AAA1'), ['Enter', 5], ['B', 900], ...fast('BB2'), ['Enter', 5]]);
	expect(tags.filter(Boolean)).toEqual(['AAA1', 'BBB2']);
});
