/**
 * The one table of what can be wrong with an imported guide (`docs/import.md`). Refused: the guide is not taken.
 * Warning: it is taken, and somebody should look. What is silent (BOM, CRLF, litter) has no code.
 */
export const importProblems = {
	front_matter_unreadable: 'refused',
	facts_missing: 'refused',
	facts_unreadable: 'refused',
	field_invalid: 'refused',
	id_missing: 'refused',
	id_differs: 'refused',
	audience_unknown: 'refused',
	service_unknown: 'refused',
	category_unknown: 'refused',
	steps_missing: 'refused',
	steps_unequal: 'refused',
	text_missing: 'refused',
	too_large: 'refused',
	folder_case: 'refused',
	video_too_large: 'refused',
	video_unreadable: 'refused',
	video_codec: 'refused',
	captions_missing: 'refused',
	captions_unreadable: 'refused',
	poster_missing: 'warning',
	language_missing: 'warning',
	language_empty: 'warning',
	windows_1252: 'warning',
	picture_missing: 'warning',
	picture_skipped: 'warning',
	scene_unknown: 'warning',
	html_stripped: 'warning',
	file_unknown: 'warning'
} as const satisfies Record<string, 'refused' | 'warning'>;

export type ImportProblemCode = keyof typeof importProblems;

/** `file` is the path as it was given; `detail` is what was found there (a name, a number, a line), never a sentence. */
export type ImportProblem = { code: ImportProblemCode; file: string; detail: string };

export const isRefusal = (problem: ImportProblem): boolean => importProblems[problem.code] === 'refused';
