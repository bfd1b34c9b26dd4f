import * as z from 'zod/mini';
import { fallbacks, locales, type Locale } from '../locale.ts';

// A guide as it lies on every device: all its languages, so that a shared handheld can change language without network.

export const audiences = ['all', 'store', 'homecare', 'office'] as const;
export const Audience = z.enum(audiences);
export type Audience = z.infer<typeof Audience>;

/** In the order in which the list shows them when nothing says which is nearer. */
export const categories = [
	'handheld',
	'checkout',
	'homecare',
	'signin',
	'printing',
	'ordering',
	'network',
	'office',
	'security',
	'onboarding'
] as const;
export const Category = z.enum(categories);
export type Category = z.infer<typeof Category>;

const line = z.string().check(z.minLength(1), z.maxLength(2_000));

export const GuideStep = z.object({
	/** Read aloud and searched; shown when there is no `html`. */
	text: line,
	/** Only where the text is formatted; sanitised by the server when it was published. */
	html: z.nullable(z.string()),
	/** What one must not do here, said apart from what one does. */
	caution: z.nullable(z.string())
});
export type GuideStep = z.infer<typeof GuideStep>;

export const GuideText = z.object({
	title: line,
	summary: line,
	keywords: z.array(z.string()),
	steps: z.array(GuideStep).check(z.minLength(1)),
	/** "If it does not help": the way on. */
	ending: z.nullable(z.object({ title: z.string(), text: z.string(), html: z.nullable(z.string()) }))
});
export type GuideText = z.infer<typeof GuideText>;

/** What does not depend on the language: `guide.json` of the import. */
export const GuideFacts = z.object({
	id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60)),
	category: Category,
	audience: z.array(Audience).check(z.minLength(1)),
	service: z.string(),
	/** How long it takes a person. */
	minutes: z.int().check(z.positive(), z.maximum(240)),
	solvedBy: z.enum(['self', 'superuser', 'it']),
	report: z.object({ kind: z.enum(['incident', 'request']), category: z.string(), ask: z.array(z.string()) }),
	related: z.array(z.string()),
	/** The picture of a step (counted from 1): what it shows, by the name of a scene. */
	pictures: z.optional(z.record(z.string(), z.string()))
});
export type GuideFacts = z.infer<typeof GuideFacts>;

export const GuideVideo = z.object({
	/** The same video in several formats; `file` is its name under /videos, and never stands for other bytes. */
	sources: z.array(z.object({ file: z.string(), type: z.string(), bytes: z.int() })),
	poster: z.nullable(z.string()),
	seconds: z.int(),
	/** WebVTT, so that captions lie on the device with the text. */
	captions: z.partialRecord(z.enum(locales), z.string())
});
export type GuideVideo = z.infer<typeof GuideVideo>;

export const Guide = z.extend(GuideFacts, {
	version: z.int(),
	texts: z.partialRecord(z.enum(locales), GuideText),
	video: z.optional(GuideVideo)
});
export type Guide = z.infer<typeof Guide>;

/** The text to show and the language it is in: one's own, or the nearest there is. */
export function textFor(guide: Pick<Guide, 'texts'>, locale: Locale): { text: GuideText; lang: Locale } | null {
	for (const lang of fallbacks[locale]) {
		const text = guide.texts[lang];
		if (text) return { text, lang };
	}
	return null;
}

/** Is the guide meant for people of such a workplace? */
export const concerns = (guide: Pick<Guide, 'audience'>, audience: Audience): boolean =>
	audience === 'all' || guide.audience.includes('all') || guide.audience.includes(audience);

/** A guide as one reader's device holds it, with how it went for others. */
export type GuideRow = Guide & {
	/** In the whole organisation; counts, never who. */
	outcomes: { worked: number; of: number };
	/** Times it was read to an end at the reader's workplace. */
	usedHere: number;
};
