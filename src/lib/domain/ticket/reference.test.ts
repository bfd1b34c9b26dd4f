import { expect, it } from 'vitest';
import { reportInput } from './inputs.ts';
import { referenceFrom, spaced } from './reference.ts';

it('makes only references that the mutation takes', () => {
	for (let byte = 0; byte < 256; byte += 1) {
		const reference = referenceFrom(new Uint8Array([byte, 255 - byte, byte ^ 85, 7]));
		expect(reportInput.shape.reference.safeParse(reference).success).toBe(true);
	}
});

it('is read aloud in two halves', () => {
	expect(spaced('K7F2')).toBe('K7 F2');
});
