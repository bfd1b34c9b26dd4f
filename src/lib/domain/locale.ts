export const locales = ['en', 'da', 'nb', 'sv', 'ko'] as const;
export type Locale = (typeof locales)[number];

/** Which text to show when one's own language is missing: the nearest that one is likely to read, then English. */
export const fallbacks: Record<Locale, Locale[]> = {
	en: ['en', 'da', 'nb', 'sv', 'ko'],
	da: ['da', 'nb', 'sv', 'en', 'ko'],
	nb: ['nb', 'da', 'sv', 'en', 'ko'],
	sv: ['sv', 'nb', 'da', 'en', 'ko'],
	ko: ['ko', 'en', 'da', 'nb', 'sv']
};

/** Each language in its own words, so that somebody who reads no other finds it. */
export const localeNames: Record<Locale, string> = {
	da: 'Dansk',
	nb: 'Norsk',
	sv: 'Svenska',
	ko: '한국어',
	en: 'English'
};
