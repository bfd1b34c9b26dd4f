import { describe, expect, it } from 'vitest';
import type { TicketPromise } from '#lib/domain/rows.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { dayTime, ringOf, timeLeft } from './times.ts';

overwriteGetLocale(() => 'da');
const now = Date.parse('2026-12-01T08:56:00.000Z');
const zone = 'Europe/Copenhagen';
const promise = (before: string, startedAt = '2026-12-01T08:00:00.000Z'): TicketPromise => ({
	startedAt,
	before,
	zone,
	state: 'running'
});

describe('what is left', () => {
	it.each([
		['2026-12-01T09:00:00.000Z', '4 min'],
		['2026-12-01T10:06:00.000Z', '1 t 10'],
		['2026-12-01T10:56:00.000Z', '2 t'],
		['2026-12-01T15:00:00.000Z', 'i dag'],
		['2026-12-01T23:30:00.000Z', 'i morgen'],
		['2026-12-01T08:44:00.000Z', '12 min over'],
		['2026-12-01T05:44:00.000Z', '3 t over'],
		['2026-11-28T05:44:00.000Z', '3 d over']
	])('before %s: %s', (before, words) => {
		expect(timeLeft(promise(before), now)).toBe(words);
	});
});

it('says the day when it is not today, in the zone of the promise', () => {
	expect(dayTime('2026-12-01T09:00:00.000Z', now, zone)).toBe('10:00');
	expect(dayTime('2026-12-01T15:30:00.000Z', now, 'Asia/Seoul')).toBe('i morgen 00:30');
	expect(dayTime('2026-11-30T09:00:00.000Z', now, zone)).toBe('i går 10:00');
	expect(dayTime('2026-11-20T09:00:00.000Z', now, zone)).toBe('20. nov. 10:00');
});

it('is red when it is late or about to be', () => {
	expect(ringOf(promise('2026-12-01T09:00:00.000Z'), now).state).toBe('late');
	expect(ringOf(promise('2026-12-01T09:10:00.000Z'), now).state).toBe('atRisk');
	expect(ringOf(promise('2026-12-01T10:00:00.000Z'), now).state).toBe('onTrack');
	expect(ringOf(promise('2026-12-01T08:00:00.000Z'), now).state).toBe('late');
	// A promise of three minutes is not red from its first one.
	expect(ringOf(promise('2026-12-01T08:59:00.000Z', '2026-12-01T08:56:00.000Z'), now).state).toBe('onTrack');
	expect(ringOf({ ...promise('2026-12-01T08:00:00.000Z'), state: 'waiting' }, now).state).toBe('waiting');
});
