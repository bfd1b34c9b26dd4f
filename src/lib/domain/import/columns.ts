import { isEmail, isTimeZone } from './formats.ts';
import { locales, type Locale } from '../locale.ts';
import { roles, type Role } from '../roles.ts';
import type { DepartmentRow } from '../rows.ts';
import { deviceKinds, type DeviceKind } from '../ticket/words.ts';
import type { Problem, Reading, RowProblem } from './plan.ts';

// The columns of the three tables. An absent column says nothing (undefined); an empty cell says "none".

export type DepartmentFields = {
	code: string;
	name: string;
	kind: DepartmentRow['kind'];
	timeZone?: string;
	headcount?: number;
	dutyPhone?: string | null;
};
export type PersonFields = {
	employeeNumber: string;
	name: string;
	/** Code of the department. */
	department: string;
	job?: string;
	email?: string | null;
	phone?: string | null;
	locale?: Locale;
	roles?: Role[];
};
export type DeviceFields = {
	assetTag: string;
	kind: DeviceKind;
	name: string;
	department: string | null;
	place?: string | null;
};

export const importKinds = ['departments', 'people', 'devices'] as const;
export type ImportKind = (typeof importKinds)[number];

/** A file without these is refused as a whole; the first is the key. */
export const neededColumns: Record<ImportKind, string[]> = {
	departments: ['code', 'name', 'kind'],
	people: ['employeeNumber', 'name', 'department'],
	devices: ['assetTag', 'kind', 'name']
};

const kinds = ['store', 'homecare', 'office'] as const;
const longest = 200;

/** Reads cells and collects what is wrong with them. */
class Cells {
	readonly problems: Problem[] = [];
	constructor(readonly values: Record<string, string>) {}

	wrong(problem: RowProblem, column: string): void {
		this.problems.push({ problem, column, value: this.values[column] ?? '' });
	}
	text(column: string): string | undefined {
		const value = this.values[column]?.trim();
		if (value !== undefined && value.length > longest) this.wrong('tooLong', column);
		return value;
	}
	needed(column: string): string {
		const value = this.text(column);
		if (!value) this.wrong('missing', column);
		return value ?? '';
	}
	optional(column: string): string | null | undefined {
		const value = this.text(column);
		return value === undefined ? undefined : value || null;
	}
	/** One of a list, whatever its letter case. */
	among<Choice extends string>(column: string, choices: readonly Choice[], problem: RowProblem): Choice | undefined {
		const value = this.text(column);
		if (!value) return undefined;
		const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
		if (!found) this.wrong(problem, column);
		return found;
	}
}

export function readDepartment(values: Record<string, string>): Reading<DepartmentFields> {
	const cells = new Cells(values);
	const code = cells.needed('code');
	const name = cells.needed('name');
	const kind = cells.among('kind', kinds, 'kindUnknown');
	if (!values.kind?.trim()) cells.wrong('missing', 'kind');
	const timeZone = cells.text('timeZone') || undefined;
	if (timeZone && !isTimeZone(timeZone)) cells.wrong('zoneUnknown', 'timeZone');
	const heads = cells.text('headcount');
	if (heads && !/^\d{1,6}$/.test(heads)) cells.wrong('numberWrong', 'headcount');
	const headcount = heads ? Number(heads) : undefined;
	const dutyPhone = cells.optional('dutyPhone');
	return {
		key: code,
		fields: { code, name, kind: kind ?? 'office', timeZone, headcount, dutyPhone },
		problems: cells.problems
	};
}

export const readPerson =
	(departments: ReadonlySet<string>) =>
	(values: Record<string, string>): Reading<PersonFields> => {
		const cells = new Cells(values);
		const employeeNumber = cells.needed('employeeNumber');
		const name = cells.needed('name');
		const department = cells.needed('department');
		if (department && !departments.has(department.toLowerCase())) cells.wrong('departmentUnknown', 'department');
		const email = cells.optional('email');
		if (email && !isEmail(email)) cells.wrong('emailWrong', 'email');
		const named = cells
			.text('roles')
			?.split(/[\s,;|]+/)
			.filter(Boolean);
		const held = named?.map((one) => roles.find((role) => role.toLowerCase() === one.toLowerCase()));
		if (held?.includes(undefined)) cells.wrong('roleUnknown', 'roles');
		const fields: PersonFields = {
			employeeNumber,
			name,
			department,
			job: cells.text('job'),
			email,
			phone: cells.optional('phone'),
			locale: cells.among('locale', locales, 'languageUnknown'),
			roles: held?.length ? held.filter((role) => role !== undefined) : undefined
		};
		return { key: employeeNumber, fields, problems: cells.problems };
	};

export const readDevice =
	(departments: ReadonlySet<string>) =>
	(values: Record<string, string>): Reading<DeviceFields> => {
		const cells = new Cells(values);
		const assetTag = cells.needed('assetTag');
		const name = cells.needed('name');
		const kind = cells.among('kind', deviceKinds, 'kindUnknown');
		if (!values.kind?.trim()) cells.wrong('missing', 'kind');
		const department = cells.optional('department') ?? null;
		if (department && !departments.has(department.toLowerCase())) cells.wrong('departmentUnknown', 'department');
		const place = cells.optional('place');
		return {
			key: assetTag,
			fields: { assetTag, kind: kind ?? 'other', name, department, place },
			problems: cells.problems
		};
	};
