import * as z from 'zod/mini';
import { DepartmentId, PersonId, TicketId } from '#lib/domain/ids.ts';
import { isTicketAction, mayIn, mayOnTicket } from '#lib/domain/policy.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { By } from '#lib/domain/ticket/event.ts';
import type { Place } from '#lib/domain/ticket/fold.ts';
import { runTicketMutation, ticketMutations } from '#lib/domain/ticket/run.ts';
import type { Ticket } from '#lib/domain/ticket/ticket.ts';
import { driver } from '#lib/server/driver.ts';
import type { MutationContext, MutationHandler } from '#lib/sync/server/registry.ts';
import { isAtDesk, lockTicket, workplaceOf } from './repository.ts';
import { writeTicket } from './write.ts';

// The server's turn of a ticket mutation: the ticket is locked, the policy asked, the same function run as on the
// device, and what it added is saved and recorded. Names are left out here, see repository.ts.

const Named = z.object({ ticketId: TicketId });
const Placed = z.object({ departmentId: DepartmentId, requesterId: PersonId });
const Assigned = z.object({ assigneeId: z.nullable(PersonId) });

const handle: MutationHandler = async (context) => {
	const { tx, actor, item, payload, at } = context;
	const named = Named.safeParse(payload);
	if (!named.success) return refuse('invalid_input');
	const { ticketId } = named.data;
	const sql = driver(tx);
	const [before, newPlace] = await Promise.all([lockTicket(sql, ticketId), placeOfNew(context, ticketId)]);
	const place = before ? ok(placeOf(before)) : newPlace;
	if (!place.ok) return place;
	if (before && !isAllowed(actor, item.kind, before))
		return refuse(mayOnTicket(actor, 'ticket.read', before) ? 'rights_lost' : 'not_found');
	const assigned = item.kind === 'ticket.assign' ? Assigned.safeParse(payload).data?.assigneeId : null;
	if (assigned && !(await isAtDesk(sql, assigned, place.value.organisationId))) return refuse('not_found');

	const by: By = { id: actor.personId, name: '' };
	const stamp = { mutationId: item.mutationId, by, at };
	const ran = runTicketMutation(item.kind, before, withoutName(item.kind, payload), stamp, place.value);
	if (!ran.ok) return ran;
	const { ticket: after, added } = ran.value;
	if (!after || added.length === 0) return ok({ number: before?.number ?? null });
	const from = { mutationId: item.mutationId, ownerId: actor.personId, deviceTime: item.deviceTime };
	const number = await writeTicket(tx, { isNew: !before, after, added }, from);
	return ok({ number });
};

/** Of every kind of ticket mutation. */
export const ticketHandlers: ReadonlyMap<string, MutationHandler> = new Map(
	[...ticketMutations.keys()].map((kind): [string, MutationHandler] => [kind, handle])
);

const placeOf = ({ id, organisationId }: Ticket): Place => ({ id, organisationId, requesterName: '' });

// A report is for somebody of the organisation in which it is made.
async function placeOfNew({ tx, actor, item, payload }: MutationContext, id: TicketId): Promise<Result<Place>> {
	if (item.kind !== 'ticket.report') return refuse('not_found');
	const placed = Placed.safeParse(payload);
	if (!placed.success) return refuse('invalid_input');
	const workplace = await workplaceOf(driver(tx), placed.data.departmentId, placed.data.requesterId);
	if (!workplace?.isRequesterThere) return refuse('not_found');
	if (!mayIn(actor, 'ticket.report', workplace)) return refuse('rights_lost');
	return ok({ id, organisationId: workplace.organisationId, requesterName: '' });
}

// The report on a ticket that exists is its reporter's edit: the mutation itself says whose.
function isAllowed(actor: Actor, kind: string, ticket: Ticket): boolean {
	if (kind === 'ticket.report') return mayIn(actor, kind, ticket);
	return isTicketAction(kind) && mayOnTicket(actor, kind, ticket);
}

// The device's word for who somebody is: the server writes its own.
const withoutName = (kind: string, payload: unknown): unknown =>
	kind === 'ticket.assign' && typeof payload === 'object' ? { ...payload, assigneeName: null } : payload;
