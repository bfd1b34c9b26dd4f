import { describe, expect, it } from 'vitest';
import { mette, shop } from '#lib/domain/ticket/fixtures.ts';
import { Report } from '#lib/domain/ticket/inputs.ts';
import type { TicketId } from '#lib/domain/ids.ts';
import { missing, newDraft, nextStep, reportOf, withDevice, withSymptom, withTried } from './draft.ts';

const ids = { id: 'draft', ticketId: '0192f0a0-0000-7000-8000-000000000009' as TicketId, reference: 'K7F2' };
const owner = { personId: mette.id, name: mette.name, departmentId: shop };
const blank = newDraft(ids, owner, 'broken');
const handheld = withDevice(blank, 'handheld', null);
const uncharged = withSymptom(handheld, 'charge');

describe('the way through the report', () => {
	it('asks what, then what it does, offers the guide, then asks about the work', () => {
		expect(nextStep(blank, 'store', false)).toBe('device');
		expect(nextStep(handheld, 'store', false)).toBe('symptom');
		expect(nextStep(uncharged, 'store', false)).toBe('guide');
		expect(nextStep(withTried(uncharged, 'handheld-cradle', 4), 'store', false)).toBe('work');
	});

	it('leaves the offer out where there is no guide, unless a colleague has reported the same', () => {
		const other = withSymptom(handheld, 'other');
		expect(nextStep(other, 'store', false)).toBe('work');
		expect(nextStep(other, 'store', true)).toBe('guide');
	});

	it('goes straight to the words where it is not about a thing', () => {
		expect(nextStep(newDraft(ids, owner, 'order'), 'store', false)).toBe('work');
	});
});

describe('what was said stays true', () => {
	it('another thing drops symptom and tries, the same thing with a label keeps them', () => {
		const tried = withTried(uncharged, 'handheld-cradle', 4);
		expect(withDevice(tried, 'handheld', 'HT-0007')).toMatchObject({ symptom: 'charge', assetTag: 'HT-0007' });
		expect(withDevice(tried, 'scale', null)).toMatchObject({ symptom: null, tried: [] });
	});

	it('counts a guide once, with the most steps', () => {
		const twice = withTried(withTried(uncharged, 'handheld-cradle', 4), 'handheld-cradle', 2);
		expect(twice.tried).toEqual([{ guideId: 'handheld-cradle', steps: 4, worked: false }]);
	});
});

describe('what is missing', () => {
	it('is only the answer about the work when tiles have said the rest', () => {
		expect(missing(uncharged)).toBe('urgency');
		expect(missing({ ...uncharged, urgency: 'low' })).toBeNull();
	});

	it('is a few words where no tile says what it is about', () => {
		const order = newDraft(ids, owner, 'order');
		expect(missing({ ...order, text: ' \n' })).toBe('text');
		expect(missing({ ...order, text: 'Two rolls', urgency: 'low' })).toBeNull();
	});

	it('takes 10,000 characters, emoji and Hangul counted as the server counts them, and says no to one more', () => {
		const full = { ...uncharged, urgency: 'high' as const, text: '가🙂'.repeat(3333) + 'x' };
		expect(full.text).toHaveLength(10_000);
		expect(missing(full)).toBeNull();
		expect(Report.safeParse(reportOf(full, 'ko')).success).toBe(true);
		expect(missing({ ...full, text: `${full.text}x` })).toBe('textTooLong');
	});
});
