import type { Locale } from './locale.ts';

/** The language's own form of dates; Athand's English is that of Europe: 24 hours, the day before the month. */
export const timeTag = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/**
 * An instant in the form of the language, by the clock of 24 hours that hangs in shops and homes here, and with a colon between hours and minutes in all of them: Danish also writes a
 * full stop, which at the end of "before 10.15." is read as part of the sentence.
 * @param options as of Intl.DateTimeFormat; without a time zone it is the device's own
 */
export function timeWords(at: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
	const parts = dateFormat(timeTag(locale), { hourCycle: 'h23', ...options }).formatToParts(at);
	return parts
		.map(({ value }, i) => (parts[i - 1]?.type === 'hour' && parts[i + 1]?.type === 'minute' ? ':' : value))
		.join('');
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The same as `new Intl.DateTimeFormat(tag, options)`, made once: a slow phone needs 20 ms for each. */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${tag} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (!format) formats.set(key, (format = new Intl.DateTimeFormat(tag, options)));
	return format;
}
