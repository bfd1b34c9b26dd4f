import type { TicketId } from '#lib/domain/ids.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import { rowKinds, type Change } from './protocol.ts';
import type { Tx } from './store.ts';
import type { PersonTables, Rows } from './tables.ts';

// Pulled rows on their way into the tables. A ticket that has mutations of this device on top goes to `base`.

export async function putChange(tx: Tx<PersonTables>, change: Change, touched: Set<TicketId>): Promise<void> {
	const { kind, id } = change;
	if (kind === 'ticket') return putTicket(tx, id as TicketId, change.row as TicketRow | null, touched);
	// The server validated what it built; its shape is `domain/rows.ts` by contract of the versioned wire.
	if (change.row) await tx.put(kind, change.row as Rows[typeof kind]);
	else await tx.delete(kind, id);
}

async function putTicket(tx: Tx<PersonTables>, id: TicketId, row: TicketRow | null, touched: Set<TicketId>) {
	touched.add(id);
	if (await tx.get('base', id)) await tx.put('base', { id, row });
	else if (row) await tx.put('ticket', row);
	else await tx.delete('ticket', id);
}

/** The end of a reset: rows that did not come again are no longer this person's to see. */
export async function sweepUnmarked(
	tx: Tx<PersonTables>,
	marked: ReadonlySet<string>,
	touched: Set<TicketId>
): Promise<void> {
	for (const kind of rowKinds) {
		const gone = (await tx.all(kind)).filter(({ id }) => !marked.has(`${kind}/${id}`));
		for (const { id } of gone) await putChange(tx, { kind, id, row: null }, touched);
	}
}
