import { describe, expect, it } from 'vitest';
import { openness } from './opening.ts';

const weekdays = [1, 2, 3, 4, 5];
const shop = {
	timeZone: 'Europe/Copenhagen',
	hours: weekdays.map((weekday) => ({ channel: 'phone' as const, weekday, opens: '07:00', closes: '22:00' })),
	holidays: [
		{ day: '2026-12-24', name: 'Christmas Eve', opens: '08:00', closes: '12:00' },
		{ day: '2026-12-25', name: 'Christmas Day', opens: null, closes: null }
	]
};
const at = (instant: string, hours = shop) => openness(hours, 'phone', new Date(instant));

describe('openness', () => {
	it('is open until it closes, in the organisation’s own zone', () => {
		expect(at('2026-11-24T20:59:00Z')).toEqual({ isOpen: true, until: '22:00' });
		expect(at('2026-11-24T21:00:00Z')).toEqual({ isOpen: false, opens: { day: '2026-11-25', at: '07:00', inDays: 1 } });
	});

	it('says today before it opens, and the day after a weekend', () => {
		expect(at('2026-11-24T05:00:00Z')).toMatchObject({ opens: { at: '07:00', inDays: 0 } });
		expect(at('2026-11-27T22:00:00Z')).toMatchObject({ opens: { day: '2026-11-30', inDays: 3 } });
	});

	it('knows short and closed holidays', () => {
		expect(at('2026-12-24T10:00:00Z')).toEqual({ isOpen: true, until: '12:00' });
		expect(at('2026-12-24T12:00:00Z')).toMatchObject({ opens: { day: '2026-12-28' } });
	});

	it('stays open over midnight and across periods that meet', () => {
		const night = { ...shop, hours: [{ channel: 'phone' as const, weekday: 2, opens: '22:00', closes: '06:00' }] };
		expect(at('2026-11-25T02:00:00Z', night)).toEqual({ isOpen: true, until: '06:00' });
		const always = {
			...shop,
			holidays: [],
			hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
				channel: 'phone' as const,
				weekday,
				opens: '00:00',
				closes: '24:00'
			}))
		};
		expect(at('2026-11-25T02:00:00Z', always)).toEqual({ isOpen: true, until: null });
	});

	it('answers for a channel without hours', () => {
		expect(openness(shop, 'counter', new Date('2026-11-24T10:00:00Z'))).toEqual({ isOpen: false, opens: null });
	});
});
