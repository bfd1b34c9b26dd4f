import type { Locale } from '#lib/domain/locale.ts';
import { timeWords } from '#lib/domain/time-words.ts';

/** An instant as one says it today: "10:41"; with the date when it was not today. */
export function clockWords(at: Date, now: Date, locale: Locale): string {
	const today = at.toDateString() === now.toDateString();
	const options: Intl.DateTimeFormatOptions = today
		? { timeStyle: 'short' }
		: { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' };
	return timeWords(at, locale, options);
}
