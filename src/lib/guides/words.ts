import type { Category } from '#lib/domain/guide/guide.ts';
import type { ImportProblem, ImportProblemCode } from '#lib/domain/guide/problem.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';

const categoryWords: Record<Category, () => string> = {
	handheld: m.guides_category_handheld,
	checkout: m.guides_category_checkout,
	homecare: m.guides_category_homecare,
	signin: m.guides_category_signin,
	printing: m.guides_category_printing,
	ordering: m.guides_category_ordering,
	network: m.guides_category_network,
	office: m.guides_category_office,
	security: m.guides_category_security,
	onboarding: m.guides_category_onboarding
};

export const wordOfCategory = (category: Category): string => categoryWords[category]();

type Sentence = (found: { file: string; detail: string }) => string;

const problemSentences: Record<ImportProblemCode, Sentence> = {
	front_matter_unreadable: m.guides_problem_front_matter_unreadable,
	facts_missing: m.guides_problem_facts_missing,
	facts_unreadable: m.guides_problem_facts_unreadable,
	field_invalid: m.guides_problem_field_invalid,
	id_missing: m.guides_problem_id_missing,
	id_differs: m.guides_problem_id_differs,
	audience_unknown: m.guides_problem_audience_unknown,
	service_unknown: m.guides_problem_service_unknown,
	category_unknown: m.guides_problem_category_unknown,
	steps_missing: m.guides_problem_steps_missing,
	steps_unequal: m.guides_problem_steps_unequal,
	text_missing: m.guides_problem_text_missing,
	too_large: m.guides_problem_too_large,
	folder_case: m.guides_problem_folder_case,
	language_missing: m.guides_problem_language_missing,
	language_empty: m.guides_problem_language_empty,
	windows_1252: m.guides_problem_windows_1252,
	picture_missing: m.guides_problem_picture_missing,
	picture_skipped: m.guides_problem_picture_skipped,
	scene_unknown: m.guides_problem_scene_unknown,
	video_too_large: m.guides_problem_video_too_large,
	video_unreadable: m.guides_problem_video_unreadable,
	video_codec: m.guides_problem_video_codec,
	captions_missing: m.guides_problem_captions_missing,
	captions_unreadable: m.guides_problem_captions_unreadable,
	poster_missing: m.guides_problem_poster_missing,
	html_stripped: m.guides_problem_html_stripped,
	file_unknown: m.guides_problem_file_unknown
};

/** What is wrong with an imported file, as a sentence. */
export const sentenceOfProblem = ({ code, file, detail }: ImportProblem): string =>
	problemSentences[code]({ file, detail });

/** Bytes as one says them: "480 kB", "1.2 MB". */
export function sizeInWords(bytes: number, locale: Locale): string {
	const isSmall = bytes < 1_000_000;
	return new Intl.NumberFormat(locale, {
		style: 'unit',
		unit: isSmall ? 'kilobyte' : 'megabyte',
		maximumFractionDigits: isSmall ? 0 : 1
	}).format(bytes / (isSmall ? 1_000 : 1_000_000));
}
