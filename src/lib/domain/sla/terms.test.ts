import { expect, it } from 'vitest';
import { alwaysOpen } from './calendar.ts';
import { termsOf } from './terms.ts';

const organisation = {
	timeZone: 'Europe/Copenhagen',
	hours: [
		{ channel: 'desk' as const, weekday: 1, opens: '08:00:00', closes: '12:00:00' },
		{ channel: 'desk' as const, weekday: 1, opens: '13:00:00', closes: '16:00:00' },
		{ channel: 'phone' as const, weekday: 2, opens: '06:00:00', closes: '22:00:00' }
	],
	holidays: [
		{ day: '2026-12-24', name: 'Juleaften', opens: '08:00:00', closes: '10:00:00' },
		{ day: '2026-12-25', name: 'Juledag', opens: null, closes: null }
	],
	phones: [{ purpose: 'it' as const, number: '70 10 20 30', label: 'IT', alwaysOpen: false }],
	promiseMinutes: { low: 480, medium: 120, high: 60 }
};

it('takes the desk’s hours, holidays and minutes', () => {
	const { calendar, critical, target } = termsOf(organisation);
	expect(calendar).toEqual({
		zone: 'Europe/Copenhagen',
		week: {
			1: [
				{ opens: '08:00:00', closes: '12:00:00' },
				{ opens: '13:00:00', closes: '16:00:00' }
			]
		},
		days: { '2026-12-24': [{ opens: '08:00:00', closes: '10:00:00' }], '2026-12-25': [] }
	});
	expect(critical).toBe(calendar);
	expect(target).toBe(organisation.promiseMinutes);
});

it('lets critical cases run around the clock where IT’s phone does', () => {
	const phones = organisation.phones.map((phone) => ({ ...phone, alwaysOpen: true }));
	expect(termsOf({ ...organisation, phones }).critical).toEqual(alwaysOpen('Europe/Copenhagen'));
});

it('prefers a service’s own minutes', () => {
	const target = { low: 60, medium: 30, high: 10 };
	expect(termsOf(organisation, target).target).toBe(target);
});
