/** Letters and digits that are not taken for one another when read aloud or off a dirty screen: no 0 1 I L O U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The short number that a person gets before any server has answered. Four of 30 letters: 810,000, so that two open cases
 * of one workplace practically never share one. It is for people; the ticket's id is what is unique.
 * @param random four random bytes; the small bias of modulo does not matter here
 */
export const referenceFrom = (random: Uint8Array): string =>
	[...random.subarray(0, 4)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** In two halves, as it is read aloud. */
export const spaced = (reference: string): string => `${reference.slice(0, 2)} ${reference.slice(2)}`;
