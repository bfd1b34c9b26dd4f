// People as the administration sees them. Every write tells the devices that may hold the row, in the same transaction.

import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { DepartmentId, OrganisationId, PersonId } from '#lib/domain/ids.ts';
import type { PersonRow } from '#lib/domain/rows.ts';
import { worksAtDesk, type Actor, type Role } from '#lib/domain/roles.ts';
import { recordChange } from '#lib/server/change-log.ts';
import type { Tx } from '#lib/server/db.ts';
import { credential, department, grant, person, session } from '#lib/server/schema/index.ts';

export type Person = typeof person.$inferInsert;
/** What an administrator may change; the rest is ours. */
export type PersonFields = Pick<
	Person,
	'departmentId' | 'employeeNumber' | 'name' | 'job' | 'email' | 'phone' | 'locale' | 'roles'
>;

/** Colleagues at the workplace, oneself, and the desk that helps them. */
const scopesOf = (one: { id: string; organisationId: string; departmentId: string }) => [
	`person:${one.id}`,
	`department:${one.departmentId}`,
	`desk:${one.organisationId}`
];

export async function addPerson(tx: Tx, row: Person): Promise<void> {
	await tx.insert(person).values(row);
	await recordChange(tx, { organisationId: row.organisationId, kind: 'person', rowId: row.id, scopes: scopesOf(row) });
}

/** False when there is nobody of this id to change. Also brings back somebody who had been removed. */
export async function changePerson(
	tx: Tx,
	organisationId: string,
	id: string,
	fields: Partial<PersonFields>
): Promise<boolean> {
	const before = await findPerson(tx, organisationId, id);
	if (!before) return false;
	// Moved by the administration: what they had chosen for a while has ended.
	const isMoved = fields.departmentId !== undefined && fields.departmentId !== before.departmentId;
	await tx
		.update(person)
		.set({ ...fields, ...(isMoved && { workplaceId: null }), removedAt: null })
		.where(eq(person.id, id));
	const scopes = scopesOf({ ...before, ...fields, id });
	await recordChange(tx, { organisationId, kind: 'person', rowId: id, scopes });
	return true;
}

/**
 * They left: nobody is signed in as them any more and nobody can be. Their name stays on their cases. Sessions that this
 * ends carry the time of the removal: `find_leaver` tells them by it from those that had ended before.
 */
export async function removePerson(tx: Tx, organisationId: string, id: string): Promise<boolean> {
	const before = await findPerson(tx, organisationId, id);
	if (!before) return false;
	await tx
		.update(person)
		.set({ removedAt: sql`now()` })
		.where(and(eq(person.id, id), isNull(person.removedAt)));
	await endSessions(tx, id);
	await tx.delete(credential).where(eq(credential.personId, id));
	await recordChange(tx, { organisationId, kind: 'person', rowId: id, scopes: scopesOf(before), isDeleted: true });
	return true;
}

/** They left, or their roles changed and with them what they may keep open. Sessions that had ended keep their end. */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
	await tx
		.update(session)
		.set({ revokedAt: sql`now()` })
		.where(and(eq(session.personId, personId), isNull(session.revokedAt)));
}

export async function findPerson(tx: Tx, organisationId: string, id: string) {
	const [row] = await tx
		.select()
		.from(person)
		.where(and(eq(person.id, id), eq(person.organisationId, organisationId)));
	return row ?? null;
}

/** Also by somebody who left: a number stays one person's. */
export async function isNumberTaken(tx: Tx, organisationId: string, employeeNumber: string, except?: string) {
	const rows = await tx
		.select({ id: person.id })
		.from(person)
		.where(
			and(eq(person.organisationId, organisationId), sql`lower(${person.employeeNumber}) = lower(${employeeNumber})`)
		);
	return rows.some(({ id }) => id !== except);
}

const listed = {
	id: person.id,
	employeeNumber: person.employeeNumber,
	name: person.name,
	job: person.job,
	email: person.email,
	phone: person.phone,
	locale: person.locale,
	roles: person.roles,
	departmentId: person.departmentId,
	department: department.name
};

/** By name, number, job or workplace; a page of it. */
export async function searchPeople(tx: Tx, organisationId: string, wanted: string, limit: number) {
	const pattern = `%${wanted.replaceAll(/[\\%_]/g, '\\$&')}%`;
	const matches = [person.name, person.employeeNumber, person.job, department.name].map(
		(column) => sql`${column} ilike ${pattern}`
	);
	return tx
		.select({
			...listed,
			hasSecret: sql<boolean>`exists (select from ${credential} c where c.person_id = ${person.id})`
		})
		.from(person)
		.innerJoin(department, eq(department.id, person.departmentId))
		.where(
			and(eq(person.organisationId, organisationId), isNull(person.removedAt), wanted ? or(...matches) : undefined)
		)
		.orderBy(asc(person.name))
		.limit(limit);
}

/** For the import: everybody ever, so that somebody who comes back keeps their cases. */
export const peopleOf = (tx: Tx, organisationId: string) =>
	tx.select().from(person).where(eq(person.organisationId, organisationId));

export async function grantRoles(tx: Tx, personId: string, organisationId: string, roles: Role[]): Promise<void> {
	await tx.insert(grant).values({ personId, organisationId, roles }).onConflictDoNothing();
	await recordChange(tx, { organisationId, kind: 'person', rowId: personId, scopes: [`desk:${organisationId}`] });
}

/** The number to call back on is the desk's to know, not the colleagues'. */
export async function personRows(tx: Tx, reader: Actor, ids: readonly string[]): Promise<PersonRow[]> {
	const rows = await tx
		.select()
		.from(person)
		.where(and(inArray(person.id, [...ids]), isNull(person.removedAt)));
	return rows.map(({ id, organisationId, departmentId, name, job, roles, phone }) => ({
		id: id as PersonId,
		organisationId: organisationId as OrganisationId,
		departmentId: departmentId as DepartmentId,
		name,
		job,
		roles,
		phone: worksAtDesk(reader, organisationId as OrganisationId) ? phone : null
	}));
}
