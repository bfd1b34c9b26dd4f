// An organisation, its workplaces and when it can be reached. Hours, holidays and phones are part of the organisation's
// row on the devices, so each of their writes tells about that row.

import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DepartmentId, OrganisationId } from '#lib/domain/ids.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { DepartmentRow, OrganisationRow } from '#lib/domain/rows.ts';
import { recordChange } from '#lib/server/change-log.ts';
import type { Db, Tx } from '#lib/server/db.ts';
import { department, holiday, openingHours, organisation, person, phoneNumber } from '#lib/server/schema/index.ts';

export type Department = typeof department.$inferInsert;
export type DepartmentFields = Pick<Department, 'code' | 'name' | 'kind' | 'timeZone' | 'headcount' | 'dutyPhone'>;
export type Hours = Omit<typeof openingHours.$inferInsert, 'organisationId'>;
export type Holiday = Omit<typeof holiday.$inferInsert, 'organisationId'>;
export type PhoneLine = Omit<typeof phoneNumber.$inferInsert, 'organisationId' | 'position'>;

/** Open minutes until somebody looks at it, where a service does not promise otherwise. */
const promiseMinutes = { low: 480, medium: 120, high: 30 };

/** A new customer: only the owner of the tables may add one. Changes nothing when it is there. */
export async function foundOrganisation(owner: Db, row: typeof organisation.$inferInsert): Promise<void> {
	await owner.insert(organisation).values(row).onConflictDoNothing();
}

export async function addDepartment(tx: Tx, row: Department): Promise<void> {
	await tx.insert(department).values(row);
	await tellDepartment(tx, row);
}

export async function changeDepartment(
	tx: Tx,
	organisationId: string,
	id: string,
	fields: Partial<DepartmentFields>
): Promise<boolean> {
	const [row] = await tx
		.update(department)
		.set({ ...fields, closedAt: null })
		.where(and(eq(department.id, id), eq(department.organisationId, organisationId)))
		.returning();
	if (row) await tellDepartment(tx, row);
	return Boolean(row);
}

/** False while somebody still works there. */
export async function closeDepartment(tx: Tx, organisationId: string, id: string): Promise<boolean> {
	const [someone] = await tx
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.departmentId, id), isNull(person.removedAt)))
		.limit(1);
	if (someone) return false;
	const [row] = await tx
		.update(department)
		.set({ closedAt: sql`now()` })
		.where(and(eq(department.id, id), eq(department.organisationId, organisationId)))
		.returning();
	if (row) await tellDepartment(tx, row, true);
	return Boolean(row);
}

const tellDepartment = (tx: Tx, { id, organisationId }: Pick<Department, 'id' | 'organisationId'>, isDeleted = false) =>
	recordChange(tx, {
		organisationId,
		kind: 'department',
		rowId: id,
		scopes: [`organisation:${organisationId}`],
		isDeleted
	});

/** What somebody or something new gets when the file does not say. */
export type Home = { organisationId: string; timeZone: string; locale: Locale };

export async function homeOf(tx: Tx, organisationId: string): Promise<Home> {
	const [row] = await tx
		.select({ organisationId: organisation.id, timeZone: organisation.timeZone, locale: organisation.locale })
		.from(organisation)
		.where(eq(organisation.id, organisationId));
	if (!row) throw new Error('an organisation in which somebody holds a right is there');
	return row;
}

/** Also the closed ones: the import recognises them. */
export const departmentsOf = (tx: Tx, organisationId: string) =>
	tx.select().from(department).where(eq(department.organisationId, organisationId)).orderBy(asc(department.code));

/** The whole week of one channel, or all of a list, at once: what is not named any more is gone. */
export async function replaceHours(tx: Tx, organisationId: string, channel: Hours['channel'], rows: Hours[]) {
	await tx
		.delete(openingHours)
		.where(and(eq(openingHours.organisationId, organisationId), eq(openingHours.channel, channel)));
	if (rows.length) await tx.insert(openingHours).values(rows.map((row) => ({ ...row, organisationId })));
	await tellOrganisation(tx, organisationId);
}

export async function replaceHolidays(tx: Tx, organisationId: string, rows: Holiday[]) {
	await tx.delete(holiday).where(eq(holiday.organisationId, organisationId));
	if (rows.length) await tx.insert(holiday).values(rows.map((row) => ({ ...row, organisationId })));
	await tellOrganisation(tx, organisationId);
}

export async function replacePhones(tx: Tx, organisationId: string, rows: PhoneLine[]) {
	await tx.delete(phoneNumber).where(eq(phoneNumber.organisationId, organisationId));
	if (rows.length)
		await tx.insert(phoneNumber).values(rows.map((row, position) => ({ ...row, organisationId, position })));
	await tellOrganisation(tx, organisationId);
}

export const tellOrganisation = (tx: Tx, organisationId: string) =>
	recordChange(tx, {
		organisationId,
		kind: 'organisation',
		rowId: organisationId,
		scopes: [`organisation:${organisationId}`]
	});

export async function departmentRows(tx: Tx, ids: readonly string[]): Promise<DepartmentRow[]> {
	const rows = await tx
		.select()
		.from(department)
		.where(and(inArray(department.id, [...ids]), isNull(department.closedAt)));
	return rows.map(({ id, organisationId, closedAt: _, ...row }) => ({
		...row,
		id: id as DepartmentId,
		organisationId: organisationId as OrganisationId
	}));
}

export async function organisationRows(tx: Tx, ids: readonly string[]): Promise<OrganisationRow[]> {
	const wanted = [...ids];
	const rows = await tx.select().from(organisation).where(inArray(organisation.id, wanted));
	const hours = await tx
		.select()
		.from(openingHours)
		.where(inArray(openingHours.organisationId, wanted))
		.orderBy(openingHours.weekday, openingHours.opens);
	const holidays = await tx.select().from(holiday).where(inArray(holiday.organisationId, wanted)).orderBy(holiday.day);
	const phones = await tx
		.select()
		.from(phoneNumber)
		.where(inArray(phoneNumber.organisationId, wanted))
		.orderBy(phoneNumber.position);
	return rows.map(({ id, name, timeZone }) => {
		const own = (row: { organisationId: string }) => row.organisationId === id;
		return {
			id: id as OrganisationId,
			name,
			timeZone,
			promiseMinutes,
			hours: hours.filter(own).map(({ channel, weekday, opens, closes }) => ({
				channel,
				weekday,
				opens: minutes(opens),
				closes: minutes(closes)
			})),
			holidays: holidays.filter(own).map(({ day, name, opens, closes }) => ({
				day,
				name,
				opens: opens && minutes(opens),
				closes: closes && minutes(closes)
			})),
			phones: phones
				.filter(own)
				.map(({ purpose, number, label, alwaysOpen }) => ({ purpose, number, label, alwaysOpen }))
		};
	});
}

/** PostgreSQL answers 07:00:00. */
const minutes = (time: string): string => time.slice(0, 5);
