import { expect, it } from 'vitest';
import { dangerOf } from './danger.ts';
import type { DeviceKind, Symptom } from './words.ts';

const cases: [DeviceKind | null, Symptom | null, ReturnType<typeof dangerOf>][] = [
	['alarm-pendant', 'alarm', 'alarm'],
	['alarm-pendant', null, 'alarm'],
	['medicine-dispenser', 'wrong', 'medicine'],
	['door-lock', 'open', 'noEntry'],
	['door-lock', null, null],
	['door-lock', 'cracked', null],
	['key-box', 'wrong', 'noEntry'],
	['handheld', 'alarm', null],
	[null, null, null]
];

it.each(cases)('%s with %s: %s', (deviceKind, symptom, danger) => {
	expect(dangerOf({ deviceKind, symptom })).toBe(danger);
});
