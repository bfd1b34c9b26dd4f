import { isInternal, type Photo, type TicketEvent } from '#lib/domain/ticket/event.ts';
import type { Ticket } from '#lib/domain/ticket/ticket.ts';
import { recordChange } from '#lib/server/change-log.ts';
import type { Tx } from '#lib/server/db.ts';
import { driver } from '#lib/server/driver.ts';
import { expectPhotos } from '#lib/server/media/expect.ts';
import { appendEvents, insertTicket, updateTicket } from './repository.ts';
import { ticketScopes } from './scopes.ts';

/** What a mutation made of a case: the case as it is now, and what was added to its log. */
export type Ran = { isNew: boolean; after: Ticket; added: readonly TicketEvent[] };

/** Saves it, tells the devices, and expects its photos. Answers the case number. */
export async function writeTicket(
	tx: Tx,
	{ isNew, after, added }: Ran,
	from: { mutationId: string; ownerId: string; deviceTime: string }
): Promise<number> {
	const sql = driver(tx);
	const { mutationId, ownerId } = from;
	const announced = { organisationId: after.organisationId, ticketId: after.id, mutationId, ownerId };
	const [number] = await Promise.all([
		isNew ? insertTicket(sql, after) : updateTicket(sql, after),
		appendEvents(sql, after, added, from.deviceTime),
		...added.map((event) => expectPhotos(sql, photosOf(event), { ...announced, isInternal: isInternal(event) })),
		recordChange(tx, {
			organisationId: after.organisationId,
			kind: 'ticket',
			rowId: after.id,
			scopes: ticketScopes(after)
		})
	]);
	return number;
}

const photosOf = (event: TicketEvent): Photo[] =>
	event.kind === 'reported' || event.kind === 'amended'
		? event.report.photos
		: event.kind === 'replied' || event.kind === 'answered'
			? event.photos
			: event.kind === 'noted'
				? (event.photos ?? [])
				: [];
