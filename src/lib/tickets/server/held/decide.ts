// What a person at the desk makes of a parked item: a case, a note on the case it was written on, or nothing, with a
// reason. Invariant: each item is decided once; who comes second reads what was decided. A case is written by the same
// function as if the item had been applied at once, in its author's name and under its own mutation id, so that the
// author's device finds it in the log and sends its photos.

import * as z from 'zod';
import type { OrganisationId, PersonId } from '#lib/domain/ids.ts';
import { mayOnTicket } from '#lib/domain/policy.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { heldContent } from '#lib/domain/ticket/held.ts';
import type { Place } from '#lib/domain/ticket/fold.ts';
import { runTicketMutation } from '#lib/domain/ticket/run.ts';
import type { Ticket } from '#lib/domain/ticket/ticket.ts';
import { photoLimit, textLimit } from '#lib/domain/ticket/words.ts';
import { wake } from '#lib/server/change-log.ts';
import type { Tx } from '#lib/server/db.ts';
import { driver } from '#lib/server/driver.ts';
import { personScope } from '#lib/sync/server/scopes.ts';
import { lockTicket } from '../repository.ts';
import { writeTicket } from '../write.ts';
import { placeFor } from './place.ts';
import { lockHeld, settleHeld, type Decision, type HeldRow } from './repository.ts';

const words = z.string().trim().min(1).max(textLimit);

export const HeldDecision = z.discriminatedUnion('as', [
	z.object({ as: z.literal('case') }),
	/** What the desk reads on the case, in its own words or the author's. */
	z.object({ as: z.literal('note'), text: words }),
	z.object({ as: z.literal('setAside'), reason: words.max(500) })
]);
export type HeldDecision = z.infer<typeof HeldDecision>;

/** `isFirst` false: somebody has decided before, and nothing was done. */
export type Decided = { isFirst: boolean; decision: Decision; number: number | null };

type Wanted = { organisationId: OrganisationId; mutationId: string; decision: HeldDecision };

export async function decideHeld(
	tx: Tx,
	actor: Actor,
	{ organisationId, mutationId, decision }: Wanted
): Promise<Result<Decided>> {
	const sql = driver(tx);
	const item = await lockHeld(sql, organisationId, mutationId);
	if (!item) return refuse('not_found');
	if (item.decision) return decided(false, item.decision, item.number);
	const number = await carryOut(tx, actor, item, decision);
	if (!number.ok) return number;
	const reason = decision.as === 'setAside' ? decision.reason : null;
	const settled = { decision: decision.as, decidedBy: actor.personId, reason, number: number.value };
	await settleHeld(sql, mutationId, settled);
	await wake(tx, organisationId, [personScope(item.authorId)]);
	return decided(true, decision.as, number.value);
}

const decided = (isFirst: boolean, decision: Decision, number: number | null): Result<Decided> =>
	ok({ isFirst, decision, number });

/** The number of the case that it is now in. */
async function carryOut(tx: Tx, actor: Actor, item: HeldRow, decision: HeldDecision): Promise<Result<number | null>> {
	if (decision.as === 'setAside') return ok(null);
	const { ticketId, photos, report } = heldContent(item.kind, item.payload);
	if (!ticketId) return refuse('not_found');
	const sql = driver(tx);
	const before = await lockTicket(sql, ticketId);
	if (decision.as === 'note') {
		if (!before || !mayOnTicket(actor, 'ticket.note', before)) return refuse('not_found');
		const place = { id: ticketId, organisationId: before.organisationId, requesterName: '' };
		const note = { ticketId, text: decision.text, photos: photos.slice(0, photoLimit) };
		return run(tx, item, { kind: 'ticket.note', before, payload: note, place, byId: actor.personId });
	}
	if (before || !report) return refuse('not_found');
	const { departmentId, requesterId } = await placeFor(sql, item, report);
	const place = { id: ticketId, organisationId: item.organisationId, requesterName: '' };
	const placed = { ...report, departmentId, requesterId };
	return run(tx, item, { kind: 'ticket.report', before: null, payload: placed, place, byId: item.authorId });
}

type Mutation = { kind: string; before: Ticket | null; payload: object; place: Place; byId: PersonId };

async function run(
	tx: Tx,
	{ mutationId, authorId, receivedAt }: HeldRow,
	{ kind, before, payload, place, byId }: Mutation
): Promise<Result<number>> {
	const stamp = { mutationId, by: { id: byId, name: '' }, at: new Date().toISOString() };
	const ran = runTicketMutation(kind, before, payload, stamp, place);
	if (!ran.ok) return ran;
	const { ticket: after, added } = ran.value;
	const written = { isNew: !before, after: after!, added };
	// The device's own time was not kept: when it came is the nearest that is known.
	return ok(await writeTicket(tx, written, { mutationId, ownerId: authorId, deviceTime: receivedAt }));
}
