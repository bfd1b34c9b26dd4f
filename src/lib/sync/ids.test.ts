import * as z from 'zod/mini';
import { expect, it } from 'vitest';
import { reportInput } from '#lib/domain/ticket/inputs.ts';
import { newId, newReference } from './ids.ts';

it('makes ids of version 7 that differ and follow time', () => {
	const ids = Array.from({ length: 500 }, () => newId());
	expect(new Set(ids).size).toBe(500);
	for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true);
	expect(Math.abs(parseInt(newId().replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(5_000);
});

it('makes references that the wire takes, from the whole alphabet', () => {
	const references = Array.from({ length: 2_000 }, newReference);
	for (const reference of references) expect(reportInput.shape.reference.safeParse(reference).success).toBe(true);
	expect(new Set(references.join('')).size).toBe(30);
});
