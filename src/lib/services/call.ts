import type { OrganisationRow } from '#lib/domain/rows.ts';

/** A number as a person reads it and as a phone dials it. */
export type Call = { number: string; href: string };

export const dial = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;

/** For a sentence: the number stays in one line. */
export const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0');

/** IT's number, or null where nobody has entered one. */
export function callIt(organisation: Pick<OrganisationRow, 'phones'> | undefined): Call | null {
	const number = organisation?.phones.find((phone) => phone.purpose === 'it')?.number;
	return number ? { number, href: dial(number) } : null;
}
