import type { ErrorCode } from '#lib/domain/errors.ts';
import type { MutationId, TicketId } from '#lib/domain/ids.ts';
import type { Me, TicketRow } from '#lib/domain/rows.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { runTicketMutation } from '#lib/domain/ticket/run.ts';
import { byOrder } from './sequence.ts';
import type { Tx } from './store.ts';
import type { OutboxRow, PersonTables } from './tables.ts';

/**
 * A ticket as it is shown = the server's row + this device's mutations that are not in it yet, in the order in which
 * they were saved. `base` keeps the server's row for as long as there are such mutations.
 */
export const isUnseen = (item: OutboxRow): boolean =>
	item.seenAt === null && item.state !== 'superseded' && item.state !== 'discarded';

/** Shows the ticket anew. Returns what the row, as it is known here, does not allow. */
export async function rebase(
	tx: Tx<PersonTables>,
	ticketId: TicketId,
	me: Me
): Promise<ReadonlyMap<MutationId, ErrorCode>> {
	const refused = new Map<MutationId, ErrorCode>();
	const base = await tx.get('base', ticketId);
	if (!base) return refused;
	const items = (await tx.where('outbox', 'ticketId', ticketId)).filter(isUnseen).sort(byOrder);
	let { row } = base;
	for (const item of items) {
		const result = await show(tx, row, item, ticketId, me);
		// The server says so to this item as well; until then the row is shown without it.
		if (result.ok) row = result.value;
		else refused.set(item.mutationId, result.code);
	}
	if (row) await tx.put('ticket', row);
	else await tx.delete('ticket', ticketId);
	if (items.length === 0) await tx.delete('base', ticketId);
	return refused;
}

/** The row with one more mutation in it; the same row when it is there already. */
async function show(
	tx: Tx<PersonTables>,
	row: TicketRow | null,
	item: Pick<OutboxRow, 'mutationId' | 'kind' | 'payload' | 'deviceTime'>,
	ticketId: TicketId,
	me: Me
): Promise<Result<TicketRow | null>> {
	if (row?.events.some((event) => event.mutationId === item.mutationId)) return ok(row);
	const payload: { requesterId?: string } = JSON.parse(item.payload);
	const requester = payload.requesterId ? await tx.get('person', payload.requesterId) : undefined;
	const result = runTicketMutation(
		item.kind,
		row,
		payload,
		{ mutationId: item.mutationId, by: { id: me.personId, name: me.name }, at: item.deviceTime },
		{ id: ticketId, organisationId: row?.organisationId ?? me.organisationId, requesterName: requester?.name ?? '' }
	);
	if (!result.ok) return result;
	const { ticket } = result.value;
	return ok(ticket && { ...ticket, promise: row?.promise ?? null, photoStates: row?.photoStates ?? {} });
}

/** The server's row before the first waiting mutation is shown on top of it. */
export async function keepBase(tx: Tx<PersonTables>, ticketId: TicketId): Promise<void> {
	if (!(await tx.get('base', ticketId)))
		await tx.put('base', { id: ticketId, row: (await tx.get('ticket', ticketId)) ?? null });
}
