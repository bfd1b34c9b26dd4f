import type { TicketId } from '#lib/domain/ids.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import { rowKinds, type Change } from './protocol.ts';
import type { Tx } from './store.ts';
import type { PersonTables, Rows } from './tables.ts';

// Pulled rows on their way into the tables. A ticket that has mutations of this device on top goes to `base`.

/** `touched`: tickets that have to be shown anew. One call for each table, because calls cost more than rows. */
export async function putChanges(
	tx: Tx<PersonTables>,
	changes: readonly Change[],
	touched: Set<TicketId>
): Promise<void> {
	const bases = new Set<string>((await tx.all('base')).map(({ id }) => id));
	const hasBase = ({ kind, id }: Change) => kind === 'ticket' && bases.has(id);
	for (const change of changes.filter(hasBase)) {
		const id = change.id as TicketId;
		await tx.put('base', { id, row: change.row as TicketRow | null });
		touched.add(id);
	}
	for (const kind of rowKinds) {
		const ofKind = changes.filter((change) => change.kind === kind && !hasBase(change));
		const [gone, rows] = [ofKind.filter(({ row }) => row === null), ofKind.filter(({ row }) => row !== null)];
		// The server validated what it built; its shape is `domain/rows.ts` by contract of the versioned wire.
		if (rows.length > 0) await tx.put(kind, ...rows.map(({ row }) => row as Rows[typeof kind]));
		if (gone.length > 0) await tx.delete(kind, ...gone.map(({ id }) => id));
	}
}

/** The end of a reset: rows that did not come again are no longer this person's to see. */
export async function sweepUnmarked(
	tx: Tx<PersonTables>,
	marked: ReadonlySet<string>,
	touched: Set<TicketId>
): Promise<void> {
	for (const kind of rowKinds) {
		const gone = (await tx.all(kind)).filter(({ id }) => !marked.has(`${kind}/${id}`));
		await putChanges(
			tx,
			gone.map(({ id }) => ({ kind, id, row: null })),
			touched
		);
	}
}
