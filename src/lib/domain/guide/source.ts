import * as z from 'zod/mini';
import { locales, type Locale } from '../locale.ts';
import { GuideFacts, GuideVideo, type Guide } from './guide.ts';
import type { MarkdownGuide } from './markdown.ts';

// A guide as it is written: Markdown, the languages of a step side by side. What devices hold is made from it when it is
// published (`published.ts`); folders are read into it and written from it.

const text = z.string().check(z.maxLength(2_000));
const short = z.string().check(z.maxLength(200));

export const SourceStep = z.object({
	/** Stays with the step wherever it moves, so that a comparison knows it again. */
	key: z.string().check(z.minLength(1), z.maxLength(40)),
	/** The name of a scene, for all languages. */
	picture: z.optional(z.string().check(z.maxLength(200))),
	texts: z.partialRecord(z.enum(locales), text)
});
export type SourceStep = z.infer<typeof SourceStep>;

export const SourceWords = z.object({
	title: short,
	summary: text,
	keywords: z.array(short).check(z.maxLength(60)),
	ending: z.nullable(z.object({ title: short, body: text }))
});
export type SourceWords = z.infer<typeof SourceWords>;

/** Pictures stand with their steps here, so that they move with them. */
export const GuideSource = z.extend(z.omit(GuideFacts, { pictures: true }), {
	words: z.partialRecord(z.enum(locales), SourceWords),
	steps: z.array(SourceStep).check(z.maxLength(60)),
	/** Comes with a folder; only carried along. */
	video: z.optional(GuideVideo)
});
export type GuideSource = z.infer<typeof GuideSource>;

export const noWords = (): SourceWords => ({ title: '', summary: '', keywords: [], ending: null });

/** What was read from the files of one folder, language by language. */
export function sourceFrom(
	{ pictures = {}, ...facts }: GuideFacts,
	read: Partial<Record<Locale, MarkdownGuide>>
): GuideSource {
	const languages = Object.entries(read) as [Locale, MarkdownGuide][];
	const count = Math.max(0, ...languages.map(([, { steps }]) => steps.length));
	return {
		...facts,
		words: Object.fromEntries(
			languages.map(([locale, { title, summary, keywords, ending }]) => [locale, { title, summary, keywords, ending }])
		),
		steps: Array.from({ length: count }, (_, n) => ({
			key: `s${n + 1}`,
			...(pictures[n + 1] && { picture: pictures[n + 1] }),
			texts: Object.fromEntries(languages.flatMap(([locale, { steps }]) => (steps[n] ? [[locale, steps[n]]] : [])))
		}))
	};
}

/** Of a guide that was published before sources were kept. Formatting stands as HTML, which Markdown takes as it is. */
export function sourceOf({ texts, video, ...facts }: Omit<Guide, 'version'>): GuideSource {
	const markdown = (part: { text: string; html: string | null; caution?: string | null }) =>
		[part.html ?? part.text, part.caution].filter(Boolean).join(' ');
	const read = Object.entries(texts).map(([locale, { title, summary, keywords, steps, ending }]) => {
		const body = ending && { title: ending.title, body: markdown(ending) };
		return [locale, { title, summary, keywords, steps: steps.map(markdown), ending: body }];
	});
	const source = sourceFrom(GuideFacts.parse(facts), Object.fromEntries(read));
	return video ? { ...source, video } : source;
}

const letters: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', ä: 'a', ö: 'o', ü: 'u' };

/** An address for a new guide from its title; a title of other letters gives "guide". `isTaken` says what cannot be had. */
export function slugOf(title: string, isTaken: (id: string) => boolean): string {
	const slug =
		title
			.toLowerCase()
			.replace(/[æøåäöü]/g, (letter) => letters[letter]!)
			.normalize('NFD')
			.replace(/[^a-z0-9]+/g, ' ')
			.trim()
			.slice(0, 50)
			.trim()
			.replaceAll(' ', '-') || 'guide';
	for (let n = 1; ; n++) {
		const id = n === 1 ? slug : `${slug}-${n}`;
		if (!isTaken(id)) return id;
	}
}

/** What somebody wrote as an answer, as steps: its numbered or its separate lines, else its sentences. */
export function stepsFrom(answer: string): string[] {
	const lines = answer
		.split('\n')
		.map((line) => line.replace(/^\s*(?:\d{1,3}[.)]|[-*•])\s+/, '').trim())
		.filter(Boolean);
	return lines.length > 1 ? lines : (lines[0] ?? '').split(/(?<=[.!?])\s+/).filter(Boolean);
}
