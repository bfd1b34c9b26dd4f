import { expect, it } from 'vitest';
import { mayEndanger } from './danger.ts';
import type { DeviceKind, Symptom } from './words.ts';

const cases: [DeviceKind | null, Symptom | null, boolean][] = [
	['alarm-pendant', 'alarm', true],
	['alarm-pendant', null, true],
	['medicine-dispenser', 'wrong', true],
	['door-lock', 'open', true],
	['door-lock', null, false],
	['door-lock', 'cracked', false],
	['key-box', 'wrong', true],
	['handheld', 'alarm', false],
	[null, null, false]
];

it.each(cases)('%s with %s: %s', (deviceKind, symptom, danger) => {
	expect(mayEndanger({ deviceKind, symptom })).toBe(danger);
});
