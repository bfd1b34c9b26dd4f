import type { Problem, RowProblem } from '#lib/domain/import/plan.ts';
import type { Role } from '#lib/domain/roles.ts';
import type { DepartmentRow, Phone } from '#lib/domain/rows.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

// A message that is looked up by a computed name would pull every message into the page: hence these tables.

export const roleWords: Record<Role, () => string> = {
	employee: m.settings_role_employee,
	superuser: m.settings_role_superuser,
	agent: m.settings_role_agent,
	specialist: m.settings_role_specialist,
	trainer: m.settings_role_trainer,
	editor: m.settings_role_editor,
	manager: m.settings_role_manager,
	systemOwner: m.settings_role_system_owner,
	administrator: m.settings_role_administrator
};

export const departmentKinds: Record<DepartmentRow['kind'], () => string> = {
	store: m.settings_kind_store,
	homecare: m.settings_kind_homecare,
	office: m.settings_kind_office
};

export const purposeWords: Record<Phone['purpose'], () => string> = {
	it: m.settings_purpose_it,
	duty: m.settings_purpose_duty,
	emergency: m.settings_purpose_emergency
};

export const channelWords = {
	desk: m.settings_channel_desk,
	phone: m.settings_channel_phone,
	counter: m.settings_channel_counter
};

const columnWords: Record<string, () => string> = {
	employeeNumber: m.settings_number,
	code: m.settings_code,
	assetTag: m.settings_tag,
	name: m.settings_name,
	department: m.settings_workplace,
	kind: m.settings_kind,
	job: m.settings_job,
	phone: m.settings_phone,
	place: m.settings_place,
	roles: m.settings_roles,
	timeZone: m.settings_zone,
	headcount: m.settings_headcount,
	dutyPhone: m.settings_duty_phone,
	locale: m.settings_language
};
export const columnWord = (column: string): string => columnWords[column]?.() ?? column;

const problemWords: Record<RowProblem, (of: { column: string; value: string }) => string> = {
	missing: m.settings_problem_missing,
	twice: () => m.settings_problem_twice(),
	tooLong: m.settings_problem_too_long,
	departmentUnknown: m.settings_problem_department_unknown,
	kindUnknown: m.settings_problem_kind_unknown,
	zoneUnknown: m.settings_problem_zone_unknown,
	languageUnknown: m.settings_problem_language_unknown,
	roleUnknown: m.settings_problem_role_unknown,
	emailWrong: m.settings_problem_email_wrong,
	numberWrong: m.settings_problem_number_wrong,
	columnsWrong: () => m.settings_problem_columns_wrong()
};
export const problemWord = ({ problem, column, value }: Problem): string =>
	problemWords[problem]({ column: columnWord(column), value });

/** Monday to Sunday in the reader's language; 1 = Monday. 2024-01-01 was one. */
export const weekday = (n: number, form: 'long' | 'short' = 'long'): string =>
	new Intl.DateTimeFormat(getLocale(), { weekday: form, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, n)));

export const date = (day: string): string =>
	new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day.slice(0, 10)}T00:00Z`)
	);
