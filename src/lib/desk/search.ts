import { bare, fold } from '#lib/text/fold.ts';

/** The same word however it was typed: å, aa and a are one here, since a name is typed as it is heard. */
const plain = (text: string): string => bare(fold(text, true));

/** Does every word of the query stand somewhere in the texts? A number or reference may be typed with spaces or "#". */
export function matches(query: string, texts: readonly (string | number | null)[]): boolean {
	const text = plain(texts.filter((part) => part !== null).join(' '));
	const whole = plain(query).replace(/[#\s]/g, '');
	if (whole === '') return true;
	return (
		text.split(' ').includes(whole) ||
		plain(query)
			.split(/\s+/)
			.every((word) => text.includes(word))
	);
}
