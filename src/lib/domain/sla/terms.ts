import type { OrganisationRow } from '../rows.ts';
import { alwaysOpen, type Calendar, type Opening } from './calendar.ts';
import type { SlaTarget } from './priority.ts';

/** What an organisation promises, and when its clock runs. */
export type SlaTerms = {
	calendar: Calendar;
	/** The clock of critical cases. Around the clock only where somebody answers the phone around the clock. */
	critical: Calendar;
	target: SlaTarget;
};

type Source = Pick<OrganisationRow, 'timeZone' | 'hours' | 'holidays' | 'phones' | 'promiseMinutes'>;

/** @param target a service's own minutes, where it has any; else the organisation's */
export function termsOf(organisation: Source, target: SlaTarget | null = null): SlaTerms {
	const calendar = calendarOf(organisation);
	const answersAlways = organisation.phones.some((phone) => phone.purpose === 'it' && phone.alwaysOpen);
	return {
		calendar,
		critical: answersAlways ? alwaysOpen(organisation.timeZone) : calendar,
		target: target ?? organisation.promiseMinutes
	};
}

/** The desk's hours, holidays taken out. */
export function calendarOf({ timeZone, hours, holidays }: Pick<Source, 'timeZone' | 'hours' | 'holidays'>): Calendar {
	const week: Calendar['week'] = {};
	for (const { channel, weekday, opens, closes } of hours)
		if (channel === 'desk') (week[weekday] ??= []).push({ opens, closes });
	return {
		zone: timeZone,
		week,
		days: Object.fromEntries(
			holidays.map(({ day, opens, closes }): [string, Opening[]] => [day, opens && closes ? [{ opens, closes }] : []])
		)
	};
}
