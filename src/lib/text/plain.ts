import { fold } from './fold.ts';

/**
 * A message as its words with one space between them: lower case, one spelling for å æ ø, no signs, and letters that
 * were held down ("taaak", "heyyy") once. For comparing whole phrases of any of the languages.
 */
export const plain = (text: string): string =>
	fold(
		text
			.normalize('NFC')
			.toLowerCase()
			.replace(/(\p{L})\1{2,}/gu, '$1'),
		true
	)
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
