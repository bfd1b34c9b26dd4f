import type postgres from 'postgres';
import type { DepartmentId, MutationId, OrganisationId, PersonId, TicketId } from '#lib/domain/ids.ts';

// Parked items in PostgreSQL: what sync has claimed and could not apply, and what a person has made of it since.

type Sql = postgres.TransactionSql;

export type Decision = 'case' | 'note' | 'setAside';

export type HeldRow = {
	mutationId: MutationId;
	organisationId: OrganisationId;
	kind: string;
	code: string | null;
	payload: string | null;
	receivedAt: string;
	authorId: PersonId;
	authorName: string;
	departmentId: DepartmentId;
	departmentName: string;
	decision: Decision | null;
	decidedBy: string | null;
	decidedAt: string | null;
	decisionReason: string | null;
	/** The case that it has become or is noted on. */
	number: number | null;
};

// Nobody's words are lost with these: that a case was opened, and whether a guide helped.
const quiet = ['ticket.see', 'guide.outcome'];

const isHeld = (sql: Sql) => sql`m.status = 'parked' and m.decision is null and m.kind <> all (${quiet}::text[])`;

/** Shown at once: what waits, the oldest first, then what was decided lately. */
const shownLimit = 200;

const columns = (sql: Sql) => sql`
	m.mutation_id as "mutationId", m.organisation_id as "organisationId", m.kind, m.code, m.payload,
	to_char(m.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
	m.person_id as "authorId", author.name as "authorName", d.id as "departmentId", d.name as "departmentName",
	m.decision, decider.name as "decidedBy",
	to_char(m.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt",
	m.decision_reason as "decisionReason", m.number
	from sync_mutation m join person author on author.id = m.person_id join department d on d.id = author.department_id
		left join person decider on decider.id = m.decided_by`;

export const heldRows = (sql: Sql, organisationIds: readonly string[]) => sql<HeldRow[]>`
	select ${columns(sql)} where m.organisation_id = any (${[...organisationIds]}::uuid[]) and (${isHeld(sql)} or m.decision is not null)
	order by m.decision is not null, case when m.decision is null then m.received_at end, m.decided_at desc
	limit ${shownLimit}`;

/** Locked until the end of the transaction: two who decide at once decide one after the other. */
export async function lockHeld(sql: Sql, organisationId: string, mutationId: string): Promise<HeldRow | null> {
	const [row] = await sql<HeldRow[]>`
		select ${columns(sql)} where m.organisation_id = ${organisationId} and m.mutation_id = ${mutationId}
			and (m.status = 'parked' or m.decision is not null)
		for update of m`;
	return row ?? null;
}

export async function countHeld(sql: Sql, organisationIds: readonly string[]): Promise<number> {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::int as count from sync_mutation m
		where m.organisation_id = any (${[...organisationIds]}::uuid[]) and ${isHeld(sql)}`;
	return row!.count;
}

export type Decided = { decision: Decision; decidedBy: string; reason: string | null; number: number | null };

/** What was set aside stays parked: the server's custody of it does not end. */
export async function settleHeld(
	sql: Sql,
	mutationId: string,
	{ decision, decidedBy, reason, number }: Decided
): Promise<void> {
	await sql`
		update sync_mutation set decision = ${decision}, decided_by = ${decidedBy}, decided_at = now(),
			decision_reason = ${reason}, number = ${number},
			status = ${decision === 'setAside' ? 'parked' : 'applied'}, code = ${decision === 'setAside' ? sql`code` : null}
		where mutation_id = ${mutationId}`;
}

export type KnownCase = { id: TicketId; number: number };

/** Of these, the cases that the reader's organisations have. */
export async function casesOf(sql: Sql, ids: readonly string[]): Promise<Map<string, KnownCase>> {
	const rows = await sql<KnownCase[]>`select id, number from ticket where id = any (${[...ids]}::uuid[])`;
	return new Map(rows.map((row) => [row.id, row]));
}
