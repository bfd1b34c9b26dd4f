import { expect, it } from 'vitest';
import { personalNumbersIn, withoutPersonalNumbers } from './personal-number.ts';

// Invented numbers: the dates are possible, the check digits fit where a country uses them.
const found: [string, string][] = [
	['CPR 010190-1234 har fået ny telefon', 'CPR *** har fået ny telefon'],
	['0101901234', '***'],
	['010190 1234', '***'],
	['fødselsnummer 01019012480.', 'fødselsnummer ***.'],
	['D-nummer 41019001022', 'D-nummer ***'],
	['personnummer 811218-9876', 'personnummer ***'],
	['19811218-9876', '***'],
	['198112189876', '***'],
	['811218+9876', '***'],
	['주민번호 900101-1234567입니다', '주민번호 ***입니다'],
	['9001011234567', '***'],
	['to: 010190-1234, 020290-1234', 'to: ***, ***']
];
it.each(found)('finds the number in "%s"', (text, masked) => {
	expect(withoutPersonalNumbers(text)).toBe(masked);
});

const innocent = [
	'Ring 70 10 20 30',
	'70102030',
	'+45 70102030',
	'Håndterminal 214-0007',
	'Ordre 9999999999',
	'EAN 5701234567899',
	'323290-1234',
	'010190-12345',
	'Vi mødes 01.12.2026 kl. 10:41',
	''
];
it.each(innocent)('leaves "%s" alone', (text) => {
	expect(personalNumbersIn(text)).toEqual([]);
});
