import type { Locale } from '#lib/domain/locale.ts';
import type { Impact, SolutionPoint, Urgency } from '#lib/domain/ticket/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export const urgencyWords = (urgency: Urgency): string =>
	({ low: m.desk_urgency_low, medium: m.desk_urgency_medium, high: m.desk_urgency_high })[urgency]();

export const impactWords = (impact: Impact): string =>
	({ person: m.desk_impact_person, workplace: m.desk_impact_workplace, organisation: m.desk_impact_organisation })[
		impact
	]();

export const solutionPointWords = (point: SolutionPoint): string =>
	({
		prevented: m.desk_point_prevented,
		self: m.desk_point_self,
		superuser: m.desk_point_superuser,
		firstLine: m.desk_point_first_line,
		specialist: m.desk_point_specialist,
		supplier: m.desk_point_supplier
	})[point]();

/** "på dansk": the language to answer in, in words of the reader's language. */
export const languageWords = (locale: Locale): string =>
	({
		da: m.desk_language_da,
		nb: m.desk_language_nb,
		sv: m.desk_language_sv,
		ko: m.desk_language_ko,
		en: m.desk_language_en
	})[locale]();

/** Only another language than one's own is worth saying. */
export const isForeign = (locale: Locale): boolean => locale !== getLocale();

/** "Answer Lars in Danish". */
export const answerIn = (name: string, locale: Locale): string =>
	m.desk_answer_in({ name, language: languageWords(locale) });
