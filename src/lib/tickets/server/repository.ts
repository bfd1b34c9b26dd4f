import type postgres from 'postgres';
import type { DepartmentId, OrganisationId, PersonId, TicketId } from '#lib/domain/ids.ts';
import type { PhotoState } from '#lib/domain/rows.ts';
import type { Role } from '#lib/domain/roles.ts';
import { isInternal, type EventBody, type TicketEvent } from '#lib/domain/ticket/event.ts';
import { closedAt, keptClosedDays, type Ticket } from '#lib/domain/ticket/ticket.ts';

// Tickets in PostgreSQL. The log (`ticket_event`) is the truth; `ticket` holds its sum, so that one more mutation needs
// one row, and columns to search by. Neither holds names: who serves a ticket writes them in.

type Sql = postgres.TransactionSql;

/** The sum of the log, locked until the end of the transaction: one mutation a ticket at a time. */
export async function lockTicket(sql: Sql, id: TicketId): Promise<Ticket | null> {
	const [row] = await sql<{ state: Omit<Ticket, 'events' | 'number'>; number: number }[]>`
		select state, number from ticket where id = ${id} for update`;
	return row ? { ...row.state, number: row.number, events: [] } : null;
}

export type Workplace = { organisationId: OrganisationId; isRequesterThere: boolean };

/** Where a new report belongs, and whether the one it is for works in that organisation. */
export async function workplaceOf(
	sql: Sql,
	departmentId: DepartmentId,
	requesterId: PersonId
): Promise<Workplace | null> {
	const [row] = await sql<Workplace[]>`
		select d.organisation_id as "organisationId", exists (
			select from person p where p.id = ${requesterId} and p.organisation_id = d.organisation_id) as "isRequesterThere"
		from department d where d.id = ${departmentId}`;
	return row ?? null;
}

export async function isAtDesk(sql: Sql, personId: PersonId, organisationId: OrganisationId): Promise<boolean> {
	const desk: Role[] = ['agent', 'specialist', 'trainer'];
	const [row] = await sql`
		select from person p where p.id = ${personId} and p.removed_at is null and (
			(p.organisation_id = ${organisationId} and p.roles && ${desk}::text[]) or exists (
				select from person_grant g where g.person_id = p.id and g.organisation_id = ${organisationId}
					and g.roles && ${desk}::text[]))`;
	return row !== undefined;
}

/** A new ticket, with its number. Numbers have gaps: one is spent when the transaction fails later. */
export async function insertTicket(sql: Sql, ticket: Ticket): Promise<number> {
	const { id, organisationId, reference, departmentId, createdAt } = ticket;
	const [row] = await sql<{ number: number }[]>`
		insert into ticket (id, organisation_id, number, reference, department_id, requester_id, reporter_id,
			is_private, state, created_at, updated_at)
		values (${id}, ${organisationId}, next_ticket_number(${organisationId}), ${reference}, ${departmentId},
			${ticket.requester.id}, ${ticket.reporter.id}, ${ticket.isPrivate}, ${stateOf(ticket)}::text::jsonb,
			${createdAt}, ${ticket.updatedAt})
		returning number`;
	return row!.number;
}

export async function updateTicket(sql: Sql, ticket: Ticket): Promise<number> {
	const [row] = await sql<{ number: number }[]>`
		update ticket set state = ${stateOf(ticket)}::text::jsonb, is_private = ${ticket.isPrivate},
			assignee_id = ${ticket.assignee?.id ?? null}, closed_at = ${closedAt(ticket)}, updated_at = ${ticket.updatedAt}
		where id = ${ticket.id} returning number`;
	return row!.number;
}

const stateOf = ({ events: _events, number: _number, ...state }: Ticket): string => JSON.stringify(state);

export async function appendEvents(
	sql: Sql,
	ticket: Pick<Ticket, 'id' | 'organisationId'>,
	added: readonly TicketEvent[],
	deviceTime: string
): Promise<void> {
	const rows = added.map(({ mutationId, at, by, ...body }, i) => ({
		after: i + 1,
		mutation_id: mutationId,
		at,
		person_id: by.id,
		kind: body.kind,
		is_internal: isInternal(body),
		body
	}));
	await sql`
		insert into ticket_event (ticket_id, position, organisation_id, kind, is_internal, mutation_id, person_id, at,
			device_time, body)
		select ${ticket.id}, e.after + (select coalesce(max(position), 0) from ticket_event where ticket_id = ${ticket.id}),
			${ticket.organisationId}, e.kind, e.is_internal, e.mutation_id, e.person_id, e.at, ${deviceTime}, e.body
		from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
			as e(after int, kind text, is_internal boolean, mutation_id uuid, person_id uuid, at timestamptz, body jsonb)`;
}

export type StoredTicket = {
	id: TicketId;
	organisationId: OrganisationId;
	number: number;
	requesterId: PersonId;
	isHomecare: boolean;
	zone: string;
	log: { body: EventBody; mutationId: TicketEvent['mutationId']; personId: PersonId; at: string }[];
	photos: { fileId: string; state: PhotoState; isInternal: boolean }[];
};

/**
 * Whole logs of what devices hold: open cases, and those that were closed lately. Joined here and not in
 * SQL: without statistics the planner walks the organisation's whole log once for each ticket.
 */
export async function readTickets(sql: Sql, ids: readonly string[]): Promise<StoredTicket[]> {
	type Head = Omit<StoredTicket, 'log' | 'photos'>;
	type Event = StoredTicket['log'][number] & { ticketId: string };
	type File = StoredTicket['photos'][number] & { ticketId: string };
	const [tickets, events, photos] = await Promise.all([
		sql<Head[]>`
			select t.id, t.organisation_id as "organisationId", t.number, t.requester_id as "requesterId",
				d.kind = 'homecare' as "isHomecare", d.time_zone as zone
			from ticket t join department d on d.id = t.department_id
			where t.id = any (${[...ids]}::uuid[]) and (t.closed_at is null or t.closed_at > now() - make_interval(days => ${keptClosedDays}))`,
		sql<Event[]>`
			select ticket_id as "ticketId", body, mutation_id as "mutationId", person_id as "personId",
				to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
			from ticket_event where ticket_id = any (${[...ids]}::uuid[]) order by ticket_id, position`,
		sql<File[]>`
			select ticket_id as "ticketId", file_id as "fileId", state, is_internal as "isInternal" from upload where ticket_id = any (${[...ids]}::uuid[])`
	]);
	const logs = Map.groupBy(events, ({ ticketId }) => ticketId);
	const files = Map.groupBy(photos, ({ ticketId }) => ticketId);
	return tickets.map((ticket) => ({
		...ticket,
		log: logs.get(ticket.id) ?? [],
		photos: files.get(ticket.id) ?? []
	}));
}

export async function namesOf(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
	const people = await sql<
		{ id: string; name: string }[]
	>`select id, name from person where id = any (${[...ids]}::uuid[])`;
	return new Map(people.map(({ id, name }) => [id, name]));
}
