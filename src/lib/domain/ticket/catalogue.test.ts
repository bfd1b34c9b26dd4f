import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { devicesOf, guideFor, symptomsOf, type Audience } from './catalogue.ts';
import { deviceKinds, symptoms } from './words.ts';

const guides = new Map(
	readFileSync('content/catalogue.tsv', 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split('\t'))
		.map(([id = '', , audience = '']) => [id, audience])
);
const audiences: Audience[] = ['store', 'homecare', 'office'];

describe('what can be pointed at', () => {
	it.each(audiences)('every device of %s stands once, and "other" is the last', (audience) => {
		const devices = devicesOf(audience);
		expect(new Set(devices).size).toBe(devices.length);
		expect(devices.at(-1)).toBe('other');
	});

	it('every kind of device has a place in at least one workplace', () => {
		const placed = new Set(audiences.flatMap(devicesOf));
		expect(deviceKinds.filter((kind) => !placed.has(kind))).toEqual([]);
	});

	it.each(deviceKinds)('%s has four to seven symptoms, each once, and "other" is the last', (kind) => {
		const list = symptomsOf(kind);
		expect(list.length).toBeGreaterThanOrEqual(4);
		expect(list.length).toBeLessThanOrEqual(7);
		expect(new Set(list).size).toBe(list.length);
		expect(list.at(-1)).toBe('other');
	});
});

describe('the guide before the report', () => {
	const all = audiences.flatMap((audience) =>
		devicesOf(audience).flatMap((kind) =>
			symptoms.map((symptom) => ({ audience, kind, symptom, guide: guideFor(kind, symptom, audience) }))
		)
	);

	it('exists in the starter content, wherever one is named', () => {
		const missing = all.filter(({ guide }) => guide !== null && !guides.has(guide));
		expect(missing).toEqual([]);
		expect(all.filter(({ guide }) => guide !== null).length).toBeGreaterThan(80);
	});

	it('is its own in home care', () => {
		expect(guideFor('phone', 'signin', 'homecare')).toBe('care-app-signin');
		expect(guideFor('phone', 'signin', 'office')).toBe('reset-password');
	});

	it('is none for something else, or where nothing is pointed at', () => {
		expect(guideFor('handheld', 'other', 'store')).toBeNull();
		expect(guideFor(null, null, 'store')).toBeNull();
	});
});
