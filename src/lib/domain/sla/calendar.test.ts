import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOpenMinutes, alwaysOpen, openMinutesBetween, type Calendar, type Opening } from './calendar.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number | null) => ms && new Date(ms).toISOString();
const weekdays = (...openings: Opening[]): Calendar['week'] => ({
	1: openings,
	2: openings,
	3: openings,
	4: openings,
	5: openings
});
const eightToFour: Calendar = {
	zone: 'Europe/Copenhagen',
	week: weekdays({ opens: '08:00', closes: '16:00' }),
	days: {}
};
const split: Calendar = {
	...eightToFour,
	week: weekdays({ opens: '13:00:00', closes: '16:00:00' }, { opens: '08:00:00', closes: '12:00:00' }),
	days: { '2026-12-24': [{ opens: '08:00', closes: '10:00' }], '2026-12-25': [] }
};
const nights: Calendar = {
	zone: 'Europe/Copenhagen',
	week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ opens: '22:00', closes: '06:00' }]])),
	days: {}
};

describe('adding open minutes', () => {
	it.each<[string, Calendar, from: string, minutes: number, expected: string]>([
		['inside a day', eightToFour, '2026-11-23T09:00Z', 60, '2026-11-23T10:00Z'],
		['before it opens', eightToFour, '2026-11-23T03:00Z', 60, '2026-11-23T08:00Z'],
		['over the night', eightToFour, '2026-11-23T14:30Z', 60, '2026-11-24T07:30Z'],
		['over the weekend', eightToFour, '2026-11-27T14:30Z', 60, '2026-11-30T07:30Z'],
		['to the last open minute', eightToFour, '2026-11-23T14:00Z', 60, '2026-11-23T15:00Z'],
		['over lunch', split, '2026-11-23T10:30Z', 60, '2026-11-23T12:30Z'],
		['over a shortened day, a holiday and a weekend', split, '2026-12-24T08:30Z', 60, '2026-12-28T07:30Z'],
		['none: when it opens', eightToFour, '2026-11-28T09:00Z', 0, '2026-11-30T07:00Z'],
		['in a night that began yesterday', nights, '2026-11-23T02:00Z', 240, '2026-11-23T22:00Z'],
		[
			'around the clock, over a clock change',
			alwaysOpen('Europe/Copenhagen'),
			'2026-03-28T23:00Z',
			1440,
			'2026-03-29T23:00Z'
		],
		['Seoul has no clock change', { ...eightToFour, zone: 'Asia/Seoul' }, '2026-11-23T00:00Z', 60, '2026-11-23T01:00Z'],
		[
			'Reykjavik lies on UTC',
			{ ...eightToFour, zone: 'Atlantic/Reykjavik' },
			'2026-07-06T07:00Z',
			60,
			'2026-07-06T09:00Z'
		],
		['the same wall time after spring', eightToFour, '2026-03-27T14:00Z', 120, '2026-03-30T07:00Z'],
		['the same wall time after autumn', eightToFour, '2026-10-23T13:00Z', 120, '2026-10-26T08:00Z']
	])('%s', (_, calendar, from, minutes, expected) => {
		expect(iso(addOpenMinutes(calendar, at(from), minutes))).toBe(iso(at(expected)));
	});

	it('counts a spring day as 23 hours and an autumn day as 25', () => {
		const always = alwaysOpen('Europe/Copenhagen');
		expect(openMinutesBetween(always, at('2026-03-28T23:00Z'), at('2026-03-29T22:00Z'))).toBe(23 * 60);
		expect(openMinutesBetween(always, at('2026-10-24T22:00Z'), at('2026-10-25T23:00Z'))).toBe(25 * 60);
	});

	it('moves an opening that spring skips, and takes the first of one that autumn repeats', () => {
		const early: Calendar = { zone: 'Europe/Copenhagen', week: { 7: [{ opens: '02:30', closes: '04:00' }] }, days: {} };
		expect(openMinutesBetween(early, at('2026-03-29T00:00Z'), at('2026-03-29T12:00Z'))).toBe(30);
		expect(openMinutesBetween(early, at('2026-10-25T00:00Z'), at('2026-10-25T12:00Z'))).toBe(150);
	});

	it('ends on a calendar that never opens', () => {
		expect(addOpenMinutes({ zone: 'Europe/Copenhagen', week: {}, days: {} }, at('2026-11-23T09:00Z'), 1)).toBeNull();
	});

	it('counts openings that overlap once', () => {
		const twice: Calendar = {
			...eightToFour,
			week: weekdays({ opens: '08:00', closes: '16:00' }, { opens: '09:00', closes: '12:00' })
		};
		expect(openMinutesBetween(twice, at('2026-11-23T00:00Z'), at('2026-11-24T00:00Z'))).toBe(480);
	});
});

describe('for any calendar, zone and time', () => {
	const time = fc
		.integer({ min: 0, max: 47 })
		.map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
	const openings = fc.array(fc.record({ opens: time, closes: fc.oneof(time, fc.constant('24:00')) }), { maxLength: 3 });
	const calendar: fc.Arbitrary<Calendar> = fc.record({
		zone: fc.constantFrom('Europe/Copenhagen', 'Asia/Seoul', 'Atlantic/Reykjavik'),
		week: fc.record({ 1: openings, 3: openings, 6: openings, 7: openings }),
		days: fc.record({ '2026-03-29': openings, '2026-10-25': openings }, { requiredKeys: [] })
	});
	// Around both clock changes of 2026, and through the year, to the minute.
	const instant = fc
		.oneof(
			fc.integer({ min: at('2026-03-27T00:00Z'), max: at('2026-03-31T00:00Z') }),
			fc.integer({ min: at('2026-10-23T00:00Z'), max: at('2026-10-27T00:00Z') }),
			fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2026-12-31T00:00Z') })
		)
		.map((ms) => ms - (ms % 60_000));
	const minutes = fc.integer({ min: 1, max: 3_000 });

	it('counting what was added gives it back', () => {
		fc.assert(
			fc.property(calendar, instant, minutes, (calendar, from, minutes) => {
				const to = addOpenMinutes(calendar, from, minutes);
				if (to !== null) expect(openMinutesBetween(calendar, from, to)).toBeCloseTo(minutes, 6);
			})
		);
	});

	it('ends in open time, just after an open minute', () => {
		fc.assert(
			fc.property(calendar, instant, minutes, (calendar, from, minutes) => {
				const to = addOpenMinutes(calendar, from, minutes);
				if (to !== null) expect(openMinutesBetween(calendar, to - 60_000, to)).toBeCloseTo(1, 6);
			})
		);
	});

	it('never moves backwards with a later start or more minutes', () => {
		fc.assert(
			fc.property(calendar, instant, minutes, fc.nat(5_000), (calendar, from, minutes, more) => {
				const to = addOpenMinutes(calendar, from, minutes);
				const laterStart = addOpenMinutes(calendar, from + more * 60_000, minutes);
				const moreMinutes = addOpenMinutes(calendar, from, minutes + more);
				if (to === null) return;
				if (laterStart !== null) expect(laterStart).toBeGreaterThanOrEqual(to);
				if (moreMinutes !== null) expect(moreMinutes).toBeGreaterThanOrEqual(to);
			})
		);
	});

	it('counts no more than the clock, and adds up over a point between', () => {
		fc.assert(
			fc.property(calendar, instant, fc.nat(20_000), fc.nat(20_000), (calendar, from, first, second) => {
				const middle = from + first * 60_000;
				const to = middle + second * 60_000;
				const whole = openMinutesBetween(calendar, from, to);
				expect(whole).toBeLessThanOrEqual(first + second);
				expect(openMinutesBetween(calendar, from, middle) + openMinutesBetween(calendar, middle, to)).toBeCloseTo(
					whole,
					6
				);
			})
		);
	});
});
