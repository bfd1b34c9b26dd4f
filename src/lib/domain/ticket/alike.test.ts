import { expect, it } from 'vitest';
import { alike } from './alike.ts';
import { anna, brokenHandheld, otherShop, shop, ticketOf } from './fixtures.ts';

const found = (ticket: ReturnType<typeof ticketOf>, about = {}) =>
	alike([ticket], shop, { ...brokenHandheld, ...about }).length === 1;

it('finds the same kind of thing with the same symptom', () => {
	expect(found(ticketOf())).toBe(true);
	expect(found(ticketOf({ report: { symptom: 'black' } }))).toBe(false);
	expect(found(ticketOf({ report: { deviceKind: 'scale' } }))).toBe(false);
});

it('lets the label decide where both have one', () => {
	const seven = ticketOf({ report: { assetTag: 'HT-0007', symptom: 'black' } });
	expect(found(seven, { assetTag: 'HT-0007' })).toBe(true);
	expect(found(ticketOf({ report: { assetTag: 'HT-0008' } }), { assetTag: 'HT-0007' })).toBe(false);
});

it('never shows what is private, closed, another workplace’s or "something else"', () => {
	expect(found(ticketOf({ isPrivate: true }))).toBe(false);
	expect(found(ticketOf({ departmentId: otherShop }))).toBe(false);
	expect(found(ticketOf({ then: [[{ kind: 'withdrawn' }, anna]] }))).toBe(false);
	expect(found(ticketOf({ report: { symptom: 'other' } }), { symptom: 'other' })).toBe(false);
});
