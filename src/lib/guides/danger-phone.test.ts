import { expect, it } from 'vitest';
import type { Phone } from '#lib/domain/rows.ts';
import { dangers } from '#lib/text/danger.ts';
import { whomToRing } from './danger-phone.ts';

const phone = (purpose: Phone['purpose'], number: string): Phone => ({ purpose, number, label: '', alwaysOpen: true });
const phones = [phone('it', '70102030'), phone('duty', '70102031'), phone('emergency', '113')];

it('rings the emergency number for life and limb', () => {
	expect(whomToRing('life', { dutyPhone: '5', phones })).toEqual({ number: '113', isDuty: false });
	expect(whomToRing('fall', { dutyPhone: '5', phones: [] })).toEqual({ number: '112', isDuty: false });
});

it('rings the department, then the organisation, then the emergency number for the rest', () => {
	expect(whomToRing('noEntry', { dutyPhone: '5', phones })).toEqual({ number: '5', isDuty: true });
	expect(whomToRing('alarm', { dutyPhone: null, phones })).toEqual({ number: '70102031', isDuty: true });
	expect(whomToRing('medicine', { dutyPhone: null, phones: [] })).toEqual({ number: '112', isDuty: false });
});

it('never sends anybody in danger to IT', () => {
	for (const danger of dangers) expect(whomToRing(danger, { dutyPhone: null, phones }).number).not.toBe('70102030');
});
