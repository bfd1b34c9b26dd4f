import { type Locale, locales } from '../locale.ts';
import { decode } from './decode.ts';
import { readFacts } from './facts.ts';
import { fileBytesLimit, type ImportFolder } from './folders.ts';
import { readMarkdown, type MarkdownGuide } from './markdown.ts';
import { isVideoFile, readVideoFiles, type VideoFiles } from './video-files.ts';
import { isRefusal, type ImportProblem, type ImportProblemCode } from './problem.ts';
import { sourceFrom, type GuideSource } from './source.ts';

export type ParseContext = {
	/** codes of the organisation's services */
	services: ReadonlySet<string>;
	/** names of the pictures that there are */
	scenes: ReadonlySet<string>;
};

/** One folder of an import. Every reason is named at once: nobody should have to import five times to learn five of them. */
export function parseGuide(
	folder: ImportFolder,
	context: ParseContext
): { guide: GuideSource | null; video: VideoFiles | null; problems: ImportProblem[] } {
	const problems: ImportProblem[] = [];
	const at = (name: string) => (name ? `${folder.path}/${name}` : folder.path);
	const report = (code: ImportProblemCode, name: string, detail = '') =>
		problems.push({ code, file: at(name), detail });

	const facts = readFacts(folder, context.services, report);
	const texts: Partial<Record<Locale, MarkdownGuide>> = {};
	const missing = new Set<Locale>(locales);
	for (const [name, file] of folder.files) {
		if (name === 'guide.json' || isVideoFile(name) || isPicture(name)) continue;
		const locale = locales.find((each) => `${each}.md` === name.toLowerCase());
		if (!locale) {
			report('file_unknown', name, name);
			continue;
		}
		missing.delete(locale);
		if (file.bytes.byteLength > fileBytesLimit) report('too_large', name, String(file.bytes.byteLength));
		else {
			const { text, isWindows1252 } = decode(file.bytes);
			if (isWindows1252) report('windows_1252', name);
			if (text.trim()) readText(text, locale, name);
			else report('language_empty', name, locale);
		}
	}
	for (const locale of missing) report('language_missing', '', locale);
	const stepCount = Math.min(...Object.values(texts).map((text) => text.steps.length));
	for (const [step, scene] of Object.entries(facts?.pictures ?? {}))
		if (!context.scenes.has(scene) || !(Number(step) >= 1 && Number(step) <= stepCount))
			report('scene_unknown', 'guide.json', `${step}: ${scene}`);
	const counts = Object.entries(texts).map(([locale, text]) => `${locale} ${text.steps.length}`);
	if (new Set(Object.values(texts).map((text) => text.steps.length)).size > 1)
		report('steps_unequal', '', counts.join(', '));
	if (counts.length === 0 && !problems.some(isRefusal)) report('text_missing', '');
	const video = readVideoFiles(
		folder,
		locales.filter((locale) => texts[locale]),
		report
	);
	return { video, guide: facts && !problems.some(isRefusal) ? sourceFrom(facts, texts) : null, problems };

	function readText(source: string, locale: Locale, name: string) {
		const read = readMarkdown(source);
		if (!read.ok) {
			report('front_matter_unreadable', name, read.detail);
			return;
		}
		const markdown = read.value;
		if (markdown.hasHtml) report('html_stripped', name);
		for (const picture of markdown.pictures)
			report(folder.files.has(picture) ? 'picture_skipped' : 'picture_missing', name, picture);
		if (markdown.steps.length === 0) report('steps_missing', name);
		else texts[locale] = markdown;
	}
}

const isPicture = (name: string) => /\.(?:png|jpe?g|webp|gif|svg|avif)$/i.test(name);
