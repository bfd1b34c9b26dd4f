import type { TicketId } from '#lib/domain/ids.ts';
import type { Me, TicketRow } from '#lib/domain/rows.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { runTicketMutation } from '#lib/domain/ticket/run.ts';
import type { Tx } from './store.ts';
import type { BaseRow, OutboxRow, PersonTables } from './tables.ts';

/**
 * A ticket as it is shown = the server's row + this device's mutations that are not in it yet, in the order in which
 * they were saved. `base` keeps the server's row for as long as there are such mutations.
 */
export const isUnseen = (item: OutboxRow): boolean =>
	item.seenAt === null && item.state !== 'superseded' && item.state !== 'discarded';

export async function rebase(tx: Tx<PersonTables>, ticketId: TicketId, me: Me): Promise<void> {
	const items = (await tx.where('outbox', 'ticketId', ticketId)).filter(isUnseen).sort((a, b) => a.seq - b.seq);
	const base = await tx.get('base', ticketId);
	if (!base) return;
	let row = base.row;
	for (const item of items) {
		const result = await show(tx, row, item, ticketId, me);
		// Refused on the newer row: the server says so to this item, until then the row is shown without it.
		if (result.ok) row = result.value;
	}
	if (row) await tx.put('ticket', row);
	else await tx.delete('ticket', ticketId);
	if (items.length === 0) await tx.delete('base', ticketId);
}

/** The row with one more mutation in it; the same row when it is there already. */
export async function show(
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
export async function keepBase(tx: Tx<PersonTables>, ticketId: TicketId): Promise<BaseRow> {
	const kept = await tx.get('base', ticketId);
	if (kept) return kept;
	const base = { id: ticketId, row: (await tx.get('ticket', ticketId)) ?? null };
	await tx.put('base', base);
	return base;
}
