import { expect, it } from 'vitest';
import { calibrate, type Outcome } from './calibrate.ts';
import { calibrated } from './engine.ts';
import { isKnown, knownOf } from './known.ts';

/** The model is right as often as it says, and strangers get up to a certainty of a half. */
const outcomes: Outcome[] = Array.from({ length: 2_000 }, (_, n) => {
	const hasGuide = n % 4 !== 0;
	const share = hasGuide ? (n % 100) / 100 : (n % 50) / 100;
	return { share, hasGuide, isRight: hasGuide && (n * 7919) % 100 < share * 100 };
});

it('more certainty never means less, and nothing is beyond 0 and 1', () => {
	const { calibration } = calibrate(outcomes);
	for (let share = 0; share < 1; share += 0.01)
		expect(calibrated(calibration, share + 0.01)).toBeGreaterThanOrEqual(calibrated(calibration, share));
	expect(calibrated(calibration, 9)).toBeLessThanOrEqual(1);
	expect(calibrated(calibration, -1)).toBeGreaterThanOrEqual(0);
});

it('draws the line where nine in ten strangers stay below it', () => {
	const { calibration, sure } = calibrate(outcomes);
	const strangers = outcomes.filter(({ hasGuide }) => !hasGuide);
	const answered = strangers.filter(({ share }) => calibrated(calibration, share) >= sure);
	expect(answered.length / strangers.length).toBeLessThanOrEqual(0.11);
});

it('without any outcome it still has a line', () => {
	expect(calibrate([]).sure).toBeGreaterThan(0.5);
});

it('knows all that was added, and little else', () => {
	const added = Array.from({ length: 5_000 }, (_, n) => Math.imul(n + 1, 0x9e3779b1) >>> 0);
	const known = knownOf(added, added.length);
	expect(added.every((one) => isKnown(known, one))).toBe(true);
	const others = Array.from({ length: 5_000 }, (_, n) => Math.imul(n + 10_001, 0x85ebca6b) >>> 0);
	expect(others.filter((one) => isKnown(known, one)).length / others.length).toBeLessThan(0.05);
});
