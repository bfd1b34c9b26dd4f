import type { Openness } from '#lib/domain/opening.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { dateFormat, timeWords } from '#lib/domain/time-words.ts';
import { m } from '#lib/paraglide/messages.js';

/** Opening hours as one says them: "Open until 22:00", "Closed, opens tomorrow at 7:00". */
export function openingWords(openness: Openness, locale: Locale): string {
	if (openness.isOpen)
		return openness.until === null ? m.app_open_always() : m.app_open_until({ time: clock(openness.until, locale) });
	const { opens } = openness;
	if (!opens) return m.app_closed();
	const time = clock(opens.at, locale);
	if (opens.inDays === 0) return m.app_opens_today({ time });
	if (opens.inDays === 1) return m.app_opens_tomorrow({ time });
	const day = dateFormat(locale, {
		weekday: 'long',
		timeZone: 'UTC',
		...(opens.inDays > 6 && { day: 'numeric', month: 'long' })
	}).format(new Date(`${opens.day}T12:00:00Z`));
	return m.app_opens_on({ day, time });
}

// A wall time has no zone: it is written as it stands, in the form of the language.
const clock = (wall: string, locale: Locale): string =>
	timeWords(new Date(`1970-01-01T${wall}:00Z`), locale, { timeStyle: 'short', timeZone: 'UTC' });
