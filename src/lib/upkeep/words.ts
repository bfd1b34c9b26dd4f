import type { Change } from '#lib/domain/guide/compare.ts';
import type { Gap } from '#lib/domain/guide/gaps.ts';
import type { Audience, GuideFacts } from '#lib/domain/guide/guide.ts';
import { fallbacks, localeNames, type Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Listed } from './requests.ts';

// A message that is looked up by a computed name would pull every message into the page: hence these tables.

export const audienceWords: Record<Audience, () => string> = {
	all: m.upkeep_for_all,
	store: m.settings_kind_store,
	homecare: m.settings_kind_homecare,
	office: m.settings_kind_office
};

export const solverWords: Record<GuideFacts['solvedBy'], () => string> = {
	self: m.upkeep_solver_self,
	superuser: m.upkeep_solver_superuser,
	it: m.upkeep_solver_it
};

type Found = { language: string; steps: string };
const gapWords: Record<Gap['kind'], (found: Found) => string> = {
	noText: () => m.upkeep_gap_no_text(),
	noSteps: () => m.upkeep_gap_no_steps(),
	service: () => m.upkeep_gap_service(),
	owner: () => m.upkeep_gap_owner(),
	review: () => m.upkeep_gap_review(),
	untested: () => m.upkeep_gap_untested(),
	title: m.upkeep_gap_title,
	summary: m.upkeep_gap_summary,
	captions: m.upkeep_gap_captions,
	ending: m.upkeep_gap_ending,
	language: m.upkeep_gap_language,
	steps: m.upkeep_gap_steps,
	behind: m.upkeep_gap_behind
};

export const gapWord = (gap: Gap): string =>
	gapWords[gap.kind]({
		language: gap.locale ? localeNames[gap.locale] : '',
		steps: 'steps' in gap ? new Intl.ListFormat(getLocale()).format(gap.steps.map(String)) : ''
	});

const partWords: Record<Exclude<Change['part'], 'step'>, () => string> = {
	title: m.upkeep_title_of,
	summary: m.upkeep_summary,
	keywords: m.upkeep_keywords,
	ending: m.upkeep_ending
};

/** Where something changed: "Step 3, was step 5". */
export function placeOf({ part, step, movedFrom }: Change): string {
	if (part !== 'step') return partWords[part]();
	const now = m.guides_step({ step: step ?? 0 });
	return movedFrom ? m.upkeep_moved_from({ now, step: movedFrom }) : now;
}

/** In the reader's language, or the nearest there is. */
export const titleOf = (titles: Listed['titles'], id: string): string => nearest(titles) ?? id;

export const nearest = <T>(of: Partial<Record<Locale, T>>): T | undefined => {
	const locale = fallbacks[getLocale()].find((each) => of[each]);
	return locale && of[locale];
};

/** A day as people write it: "31 May 2027". */
export const dayWord = (day: string): string =>
	new Intl.DateTimeFormat(getLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));

/** Today where the reader is, as `2027-05-31`. */
export const dayOf = (now: number): string => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(now);
