// Builds the ticket as one reader may see it. Owns the privacy of fields: notes of the desk, private cases of colleagues
// and photos from home care are not in the row, and nothing computed from them is.

import { mayOnTicket } from '#lib/domain/policy.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import { promiseFor } from '#lib/domain/sla/promise.ts';
import type { SlaTerms } from '#lib/domain/sla/terms.ts';
import { isInternal, type TicketEvent } from '#lib/domain/ticket/event.ts';
import { foldAll } from '#lib/domain/ticket/fold.ts';
import { driver } from '#lib/server/driver.ts';
import type { RowSource } from '#lib/sync/server/registry.ts';
import { namesOf, readTickets, type StoredTicket } from './repository.ts';
import { termsByOrganisation } from './terms.ts';

export const ticketSource: RowSource = async (tx, reader, ids) => {
	const sql = driver(tx);
	const stored = await readTickets(sql, ids);
	const [names, terms] = await Promise.all([
		namesOf(sql, peopleOf(stored)),
		termsByOrganisation(sql, [...new Set(stored.map(({ organisationId }) => organisationId))])
	]);
	const rows = new Map<string, TicketRow>();
	for (const ticket of stored) {
		const row = rowFor(reader, ticket, names, terms.get(ticket.organisationId) ?? null);
		if (row) rows.set(ticket.id, row);
	}
	return rows;
};

/** Null: this reader may not see it at all. */
export function rowFor(
	reader: Actor,
	stored: StoredTicket,
	names: ReadonlyMap<string, string>,
	terms: SlaTerms | null
): TicketRow | null {
	const nameOf = (id: string) => names.get(id) ?? '';
	const place = { id: stored.id, organisationId: stored.organisationId, requesterName: nameOf(stored.requesterId) };
	const log = stored.log.map(({ body, mutationId, personId, at }): TicketEvent => {
		const stamp = { mutationId, at, by: { id: personId, name: nameOf(personId) } };
		return body.kind === 'assigned'
			? { ...body, assigneeName: body.assigneeId && nameOf(body.assigneeId), ...stamp }
			: { ...body, ...stamp };
	});
	const whole = foldAll(log, place);
	if (!mayOnTicket(reader, 'ticket.read', whole)) return null;
	const isDesk = mayOnTicket(reader, 'ticket.readInternal', whole);
	const seesPhotos = mayOnTicket(reader, 'ticket.readPhotos', whole, stored.isHomecare);
	const shown = log
		.filter((event) => isDesk || !isInternal(event))
		.map((event) => (isDesk ? event : withoutDeskTalk(event)))
		.map((event) => (seesPhotos ? event : withoutPhotos(event)));
	return {
		...foldAll(shown, place),
		number: stored.number,
		promise: terms && promiseFor(log, terms, stored.zone),
		photoStates: seesPhotos ? statesOf(stored, isDesk) : {}
	};
}

const statesOf = ({ photos }: StoredTicket, isDesk: boolean): TicketRow['photoStates'] =>
	Object.fromEntries(
		photos.filter(({ isInternal }) => isDesk || !isInternal).map(({ fileId, state }) => [fileId, state])
	);

// What one agent writes to another when passing a case on.
const withoutDeskTalk = (event: TicketEvent): TicketEvent =>
	event.kind === 'assigned' ? { ...event, text: '' } : event;

function withoutPhotos(event: TicketEvent): TicketEvent {
	if (event.kind === 'reported' || event.kind === 'amended')
		return { ...event, report: { ...event.report, photos: [] } };
	return event.kind === 'replied' || event.kind === 'answered' ? { ...event, photos: [] } : event;
}

function peopleOf(stored: readonly StoredTicket[]): string[] {
	const ids = new Set<string>();
	for (const { requesterId, log } of stored) {
		ids.add(requesterId);
		for (const { personId, body } of log) {
			ids.add(personId);
			if (body.kind === 'assigned' && body.assigneeId) ids.add(body.assigneeId);
		}
	}
	return [...ids];
}
