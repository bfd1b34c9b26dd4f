import { randomUUIDv7 } from 'node:crypto';
import { readDepartment, readPerson, type DepartmentFields, type PersonFields } from '#lib/domain/import/columns.ts';
import { planImport, type Plan } from '#lib/domain/import/plan.ts';
import type { CsvFile } from '#lib/server/csv.ts';
import type { Tx } from '#lib/server/db.ts';
import * as staff from '../staff/repository.ts';
import * as workplace from '../workplace/repository.ts';

export async function planDepartments(
	tx: Tx,
	{ organisationId }: workplace.Home,
	file: CsvFile
): Promise<Plan<DepartmentFields>> {
	const now = await workplace.departmentsOf(tx, organisationId);
	const existing = now.map(({ id, code, name, kind, timeZone, headcount, dutyPhone, closedAt }) => ({
		id,
		key: code,
		name,
		fields: { code, name, kind, timeZone, headcount, dutyPhone },
		isActive: closedAt === null
	}));
	return planImport(file.lines, readDepartment, existing);
}

/** Workplaces where somebody works stay open, whatever the file says. */
export async function applyDepartments(
	tx: Tx,
	{ organisationId, timeZone }: workplace.Home,
	plan: Plan<DepartmentFields>
) {
	for (const fields of plan.added)
		await workplace.addDepartment(tx, {
			...fields,
			id: randomUUIDv7(),
			organisationId,
			timeZone: fields.timeZone ?? timeZone,
			headcount: fields.headcount ?? 0
		});
	for (const { id, fields } of plan.changed) await workplace.changeDepartment(tx, organisationId, id, fields);
	for (const { id } of plan.leavers) await workplace.closeDepartment(tx, organisationId, id);
}

const codesOf = async (tx: Tx, organisationId: string) => {
	const open = (await workplace.departmentsOf(tx, organisationId)).filter(({ closedAt }) => closedAt === null);
	return {
		idOf: new Map(open.map(({ code, id }) => [code.toLowerCase(), id])),
		codeOf: new Map(open.map(({ code, id }) => [id, code]))
	};
};

export async function planPeople(
	tx: Tx,
	{ organisationId }: workplace.Home,
	file: CsvFile,
	importer: string
): Promise<Plan<PersonFields>> {
	const { idOf, codeOf } = await codesOf(tx, organisationId);
	const now = await staff.peopleOf(tx, organisationId);
	const existing = now.map(
		({ id, employeeNumber, name, departmentId, removedAt, job, email, phone, locale, roles }) => ({
			id,
			key: employeeNumber,
			name,
			fields: { employeeNumber, name, department: codeOf.get(departmentId) ?? '', job, email, phone, locale, roles },
			isActive: removedAt === null
		})
	);
	return planImport(file.lines, readPerson(new Set(idOf.keys())), existing, importer);
}

export async function applyPeople(tx: Tx, home: workplace.Home, plan: Plan<PersonFields>, importer: string) {
	const { organisationId, locale } = home;
	const { idOf } = await codesOf(tx, organisationId);
	const stored = ({ department, ...fields }: PersonFields) => ({
		...fields,
		departmentId: idOf.get(department.toLowerCase())!
	});
	for (const fields of plan.added)
		await staff.addPerson(tx, {
			...stored(fields),
			id: randomUUIDv7(),
			organisationId,
			locale: fields.locale ?? locale,
			roles: fields.roles ?? ['employee']
		});
	for (const { id, fields, columns } of plan.changed) {
		const { roles, ...rest } = stored(fields);
		// A file must not take the key of the house away from whoever imports it.
		const isOwn = id === importer;
		await staff.changePerson(tx, organisationId, id, isOwn ? rest : { ...rest, roles });
		if (columns.includes('roles') && !isOwn) await staff.endSessions(tx, id);
	}
	for (const { id } of plan.leavers) await staff.removePerson(tx, organisationId, id);
}
