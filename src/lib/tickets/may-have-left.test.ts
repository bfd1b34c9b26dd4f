import { expect, it } from 'vitest';
import { mayHaveLeft } from './may-have-left.ts';

it('tells what never left from what is on its way', () => {
	expect(mayHaveLeft({ state: 'queued', attempts: 0 })).toBe(false);
	expect(mayHaveLeft({ state: 'queued', attempts: 1 })).toBe(true);
	expect(mayHaveLeft({ state: 'sending', attempts: 1 })).toBe(true);
});

it('has nothing to withdraw of what the server did not keep', () => {
	expect(mayHaveLeft({ state: 'needsYou', attempts: 1 })).toBe(false);
});
