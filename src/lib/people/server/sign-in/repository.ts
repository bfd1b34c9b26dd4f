// What sign-in reads and writes. Before somebody is signed in only the look-up functions of the walls answer.

import { and, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import type { Grant } from '#lib/domain/roles.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Db, Tx } from '#lib/server/db.ts';
import { credential, invitation, organisation, person, phoneNumber, session } from '#lib/server/schema/index.ts';
import type { SessionLimits } from './session.ts';

export type FoundActor = {
	person_id: string;
	name: string;
	organisation_id: string;
	department_id: string;
	locale: Locale;
	grants: Grant[];
};

export async function findSession(db: Db, tokenHash: string) {
	const [row] = await db.execute<FoundActor & { last_used_at: string }>(
		sql`select s.last_used_at, a.* from find_session(${tokenHash}) s, find_actor(s.person_id) a`
	);
	return row ?? null;
}

/** Whoever was removed while this session was open: without any role. */
export async function findLeaver(db: Db, tokenHash: string): Promise<FoundActor | null> {
	const [row] = await db.execute<FoundActor>(sql`select * from find_leaver(${tokenHash})`);
	return row ?? null;
}

export async function findActor(db: Db | Tx, personId: string): Promise<FoundActor | null> {
	const [row] = await db.execute<FoundActor>(sql`select * from find_actor(${personId})`);
	return row ?? null;
}

export async function findOrganisation(db: Db | Tx, slug: string) {
	const [row] = await db.execute<{ id: string; name: string; locale: Locale }>(
		sql`select * from find_organisation(${slug})`
	);
	return row ?? null;
}

export async function onlyOrganisation(db: Db): Promise<string | null> {
	const [row] = await db.execute<{ slug: string }>(sql`select slug from only_organisation()`);
	return row?.slug ?? null;
}

export async function findInvitation(db: Db, tokenHash: string) {
	const [row] = await db.execute<{ organisation_id: string; person_id: string }>(
		sql`select * from find_invitation(${tokenHash})`
	);
	return row ?? null;
}

export async function countTry(db: Db, key: string, step: number): Promise<number> {
	const [row] = await db.execute<{ tries: number }>(sql`select count_sign_in_try(${key}, ${step}) as tries`);
	return row?.tries ?? 0;
}

/** Their lasting secret and their one-time PIN, as far as they are still good. */
export async function credentialsOf(tx: Tx, employeeNumber: string) {
	return tx
		.select({
			personId: person.id,
			employeeNumber: person.employeeNumber,
			kind: credential.kind,
			hash: credential.hash
		})
		.from(person)
		.innerJoin(credential, eq(credential.personId, person.id))
		.where(
			and(
				sql`lower(${person.employeeNumber}) = lower(${employeeNumber})`,
				isNull(person.removedAt),
				or(isNull(credential.expiresAt), gt(credential.expiresAt, sql`now()`))
			)
		)
		.orderBy(credential.kind);
}

/** A chosen secret takes the place of everything before it; a one-time PIN only of the last one-time PIN. */
export async function saveCredential(
	tx: Tx,
	row: {
		id: string;
		organisationId: string;
		personId: string;
		kind: typeof credential.$inferSelect.kind;
		hash: string;
		expiresAt: Date | null;
	}
) {
	const ofPerson = eq(credential.personId, row.personId);
	await tx
		.delete(credential)
		.where(row.kind === 'oneTimePin' ? and(ofPerson, eq(credential.kind, row.kind)) : ofPerson);
	await tx.insert(credential).values(row);
}

export async function insertSession(
	tx: Tx,
	row: {
		tokenHash: string;
		organisationId: string;
		personId: string;
		userAgent: string | null;
		ip: string | null;
		expiresAt: Date;
	}
) {
	await tx.insert(session).values(row);
}

/** Used again: the idle time begins anew, up to the absolute end. */
export async function touchSession(tx: Tx, tokenHash: string, { idleMs, absoluteMs }: SessionLimits) {
	const seconds = (ms: number) => sql`make_interval(secs => ${ms / 1000})`;
	await tx
		.update(session)
		.set({
			lastUsedAt: sql`now()`,
			expiresAt: sql`least(${session.createdAt} + ${seconds(absoluteMs)}, now() + ${seconds(idleMs)})`
		})
		.where(eq(session.tokenHash, tokenHash));
}

export async function revokeSessions(tx: Tx, which: { tokenHash: string } | { personId: string; except?: string }) {
	const wanted =
		'tokenHash' in which
			? eq(session.tokenHash, which.tokenHash)
			: and(eq(session.personId, which.personId), ne(session.tokenHash, which.except ?? ''));
	await tx
		.update(session)
		.set({ revokedAt: sql`now()` })
		.where(and(wanted, isNull(session.revokedAt)));
}

export async function sessionsOf(tx: Tx, personId: string) {
	return tx
		.select({
			tokenHash: session.tokenHash,
			userAgent: session.userAgent,
			createdAt: session.createdAt,
			lastUsedAt: session.lastUsedAt
		})
		.from(session)
		.where(and(eq(session.personId, personId), isNull(session.revokedAt), gt(session.expiresAt, sql`now()`)))
		.orderBy(desc(session.lastUsedAt));
}

export async function insertInvitation(
	tx: Tx,
	row: { tokenHash: string; organisationId: string; personId: string; expiresAt: Date }
) {
	await tx.insert(invitation).values(row);
}

/** False when somebody else was faster. */
export async function useInvitation(tx: Tx, tokenHash: string): Promise<boolean> {
	const used = await tx
		.update(invitation)
		.set({ usedAt: sql`now()` })
		.where(and(eq(invitation.tokenHash, tokenHash), isNull(invitation.usedAt)))
		.returning({ tokenHash: invitation.tokenHash });
	return used.length === 1;
}

export async function greeting(tx: Tx, personId: string) {
	const [row] = await tx
		.select({
			name: person.name,
			employeeNumber: person.employeeNumber,
			organisation: organisation.name,
			slug: organisation.slug
		})
		.from(person)
		.innerJoin(organisation, eq(organisation.id, person.organisationId))
		.where(eq(person.id, personId));
	return row ?? null;
}

export const phonesOf = (tx: Tx) =>
	tx
		.select({
			purpose: phoneNumber.purpose,
			number: phoneNumber.number,
			label: phoneNumber.label,
			alwaysOpen: phoneNumber.alwaysOpen
		})
		.from(phoneNumber)
		.orderBy(phoneNumber.position);
