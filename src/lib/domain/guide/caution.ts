import type { Locale } from '../locale.ts';

// A prohibition inside a step is what people overlook: it is shown as a line of its own.
const prohibits: Record<Locale, RegExp> = {
	en: /^(?:do not|don.t|never)\s/i,
	da: /^(?:\p{L}+ )?(?:ikke|aldrig)\s/iu,
	nb: /^(?:\p{L}+ )?(?:ikke|aldri)\s/iu,
	sv: /^(?:\p{L}+ )?(?:inte|aldrig)\s/iu,
	ko: /지 ?(?:마세요|않습니다|마십시오)[.!]?$/
};

/** Parts the prohibition that closes a step from what one does; the first sentence is always what one does. */
export function partCaution(step: string, locale: Locale): { text: string; caution: string | null } {
	const sentences = step.split(/(?<=[.!?])\s+/);
	const last = sentences.at(-1)!;
	if (sentences.length < 2 || !prohibits[locale].test(last)) return { text: step, caution: null };
	return { text: sentences.slice(0, -1).join(' '), caution: last };
}
