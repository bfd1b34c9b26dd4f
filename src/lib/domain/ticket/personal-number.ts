/**
 * Personal identity numbers that people type into a report without meaning to: Danish CPR, Norwegian fødselsnummer and
 * D-number, Swedish personnummer and samordningsnummer, Korean resident registration number. It only warns, so it leans
 * to the side of a date that can be: a phone number, an asset tag or an order number must not set it off.
 * Denmark gives numbers that fail its check digit since 2007, so there the date alone decides.
 */
export type Found = { start: number; end: number };

const digits = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number);

function isDay(day: number, month: number): boolean {
	const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
	return longest !== undefined && day >= 1 && day <= longest;
}

const two = (text: string, at: number): number => Number(text.slice(at, at + 2));

const danish = (number: string): boolean => isDay(two(number, 0), two(number, 2));

function norwegian(number: string): boolean {
	const day = two(number, 0);
	const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
	const sum = digits(number).reduce((total, digit, i) => total + digit * (weights[i] ?? 0), 0);
	return isDay(day > 40 ? day - 40 : day, two(number, 2)) && sum % 11 === 0;
}

function swedish(number: string): boolean {
	const ten = number.replace(/\D/g, '').slice(-10);
	const day = two(ten, 4);
	const sum = digits(ten).reduce((total, digit, i) => {
		const times = i % 2 === 0 ? digit * 2 : digit;
		return total + (times > 9 ? times - 9 : times);
	}, 0);
	return isDay(day > 60 ? day - 60 : day, two(ten, 2)) && sum % 10 === 0;
}

/** Without a hyphen it looks like the 13 digits under a bar code, which a shop types all day: those have a check digit. */
function korean(number: string): boolean {
	const sum = digits(number).reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 3), 0);
	const isBarcode = /^\d{13}$/.test(number) && sum % 10 === 0;
	return !isBarcode && isDay(two(number, 4), two(number, 2));
}

const formats: readonly { pattern: RegExp; fits: (number: string) => boolean }[] = [
	{ pattern: /(?<![\d-])\d{6}[- ]\d{4}(?![\d-])/g, fits: (number) => danish(number) || swedish(number) },
	{ pattern: /(?<![\d-])\d{10}(?![\d-])/g, fits: (number) => danish(number) || swedish(number) },
	{ pattern: /(?<![\d-])(?:19|20)\d{6}[-+ ]?\d{4}(?![\d-])/g, fits: swedish },
	{ pattern: /(?<![\d-])\d{6}\+\d{4}(?![\d-])/g, fits: swedish },
	{ pattern: /(?<![\d-])\d{6} ?\d{5}(?![\d-])/g, fits: norwegian },
	{ pattern: /(?<![\d-])\d{6}[- ]?[0-9]\d{6}(?![\d-])/g, fits: korean }
];

/** Where in the text such numbers stand, in order and without overlap. */
export function personalNumbersIn(text: string): Found[] {
	const found = formats.flatMap(({ pattern, fits }) =>
		[...text.matchAll(pattern)]
			.filter(([number]) => fits(number))
			.map((match): Found => ({ start: match.index, end: match.index + match[0].length }))
	);
	return found
		.toSorted((a, b) => a.start - b.start || b.end - a.end)
		.filter(({ start }, i, all) => all.slice(0, i).every((earlier) => earlier.end <= start));
}

/** The same text with every such number as stars: the sentence stays, the person is out of it. */
export const withoutPersonalNumbers = (text: string): string =>
	personalNumbersIn(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)}***${rest.slice(end)}`, text);
