import * as z from 'zod/mini';
import type { GuideText } from '#lib/domain/guide/guide.ts';
import { locales, type Locale } from '#lib/domain/locale.ts';
import type { Line } from './train.ts';

// What a model learns from: the guides' own words, and how people ask for them.

export const Question = z.object({
	q: z.string().check(z.minLength(1), z.maxLength(2_000)),
	guide: z.nullable(z.string())
});
export type Question = z.infer<typeof Question>;

/** Languages that teach one another are one model: what a Dane asks helps a Swede. */
export const families = [['da', 'nb', 'sv'], ['en'], ['ko']] as const satisfies readonly Locale[][];

export const familyOf = (lang: Locale): readonly Locale[] =>
	families.find((family) => (family as readonly Locale[]).includes(lang)) ?? locales;

/** A guide says what it is about in its title, summary and keywords; its steps name many things in passing. */
export function linesOfGuide(guideId: string, text: GuideText, lang: Locale): Line[] {
	const said = (words: string, weight: number): Line => ({ text: words, lang, guideId, weight, isQuestion: false });
	const ending = text.ending ? [said(text.ending.text, 0.15)] : [];
	return [
		said(text.title, 1.5),
		said(text.summary, 1),
		said(text.keywords.join(' '), 1),
		...text.keywords.map((keyword) => said(keyword, 0.5)),
		...text.steps.map((step) => said(step.text, 0.15)),
		...ending
	];
}

/** A way of asking that was approved for a guide, or for none. */
export const lineOfQuestion = ({ q, guide }: Question, lang: Locale): Line => ({
	text: q,
	lang,
	guideId: guide,
	weight: 1,
	isQuestion: true
});
