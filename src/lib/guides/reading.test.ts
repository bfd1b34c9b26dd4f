import { beforeEach, describe, expect, it } from 'vitest';
import { Reading } from './reading.svelte.ts';

describe('Reading', () => {
	let counted: { worked: boolean; steps: number }[];
	let reading: Reading;
	beforeEach(() => {
		counted = [];
		reading = new Reading(3, (outcome) => counted.push(outcome));
	});

	it('counts where it helped', () => {
		reading.no();
		reading.yes();
		expect(reading.at).toBe('worked');
		expect(counted).toEqual([{ worked: true, steps: 2 }]);
	});

	it('ends in the way on, with all steps tried', () => {
		for (let i = 0; i < 3; i++) reading.no();
		expect(reading.at).toBe('ending');
		expect(reading.tried).toBe(3);
		expect(counted).toEqual([{ worked: false, steps: 3 }]);
	});

	it('carries the steps tried when one stops', () => {
		reading.no();
		reading.stop();
		expect(reading.tried).toBe(1);
		expect(counted).toEqual([{ worked: false, steps: 1 }]);
	});

	it('counts once however often one changes one’s mind', () => {
		for (let i = 0; i < 3; i++) reading.no();
		reading.back();
		reading.yes();
		reading.stop();
		expect(counted).toHaveLength(1);
	});

	it.each([
		[7, 2],
		[-1, 0]
	])('starts within the guide for the address %i', (start, at) => {
		expect(new Reading(3, () => {}, start).at).toBe(at);
	});

	it('goes back step by step and no further', () => {
		reading.no();
		reading.back();
		reading.back();
		expect(reading.at).toBe(0);
	});
});
