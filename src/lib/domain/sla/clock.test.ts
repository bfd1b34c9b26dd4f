import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketPromise } from '../rows.ts';
import { slaClock } from './clock.ts';
import { priorityOf, promiseMinutes } from './priority.ts';
import { compareInQueue } from './queue-order.ts';

const promise = (state: TicketPromise['state'], before = '2026-11-23T10:00:00.000Z'): TicketPromise => ({
	startedAt: '2026-11-23T08:00:00.000Z',
	before,
	zone: 'Europe/Copenhagen',
	state
});
const at = (time: string) => Date.parse(`2026-11-23T${time}:00.000Z`);

describe('the clock', () => {
	it.each([
		['08:00', 'onTrack', 1],
		['09:00', 'onTrack', 0.5],
		['09:30', 'atRisk', 0.25],
		['10:00', 'breached', 0],
		['12:00', 'breached', 0],
		['07:00', 'onTrack', 1]
	])('at %s is %s with %d left', (time, state, fraction) => {
		expect(slaClock(promise('running'), at(time))).toMatchObject({ state, fraction });
	});

	it('stands still while it waits, and stays kept', () => {
		expect(slaClock(promise('waiting'), at('12:00')).state).toBe('onTrack');
		expect(slaClock(promise('met'), at('12:00')).state).toBe('met');
	});

	it('only ever empties', () => {
		fc.assert(
			fc.property(fc.integer({ min: -500, max: 500 }), fc.nat(500), (minute, later) => {
				const now = at('09:00') + minute * 60_000;
				const before = slaClock(promise('running'), now).fraction;
				expect(slaClock(promise('running'), now + later * 60_000).fraction).toBeLessThanOrEqual(before);
			})
		);
	});
});

describe('priority', () => {
	it.each([
		['person', 'low', 4, 480],
		['person', 'medium', 3, 120],
		['person', 'high', 2, 60],
		['workplace', 'low', 3, 120],
		['workplace', 'high', 1, 60],
		['organisation', 'low', 2, 60],
		['organisation', 'medium', 1, 60]
	] as const)('%s × %s is %d, %d minutes', (impact, urgency, priority, minutes) => {
		expect(priorityOf(impact, urgency)).toBe(priority);
		expect(promiseMinutes({ low: 480, medium: 120, high: 60 }, impact, urgency)).toBe(minutes);
	});
});

describe('the order of the queue', () => {
	const queued = (state: TicketPromise['state'] | null, before: string, urgency: 'low' | 'high' = 'low') => ({
		promise: state && promise(state, `2026-11-23T${before}:00.000Z`),
		impact: 'person' as const,
		urgency,
		createdAt: `2026-11-23T${before}:00.000Z`
	});

	it('is the nearest promise, then what waits or has its answer', () => {
		const late = queued('running', '07:00');
		const soon = queued('running', '09:00', 'high');
		const same = queued('running', '09:00');
		const unsent = queued(null, '09:30');
		const waiting = queued('waiting', '06:00');
		const met = queued('met', '06:30');
		expect([met, same, waiting, unsent, soon, late].sort(compareInQueue)).toEqual([
			late,
			soon,
			same,
			unsent,
			waiting,
			met
		]);
	});
});
