import type { Incarnation } from '#lib/domain/ids.ts';
import type { Local } from './local.ts';
import type { Tx } from './store.ts';
import type { LifeRow, OutboxRow, PersonTables } from './tables.ts';

/** This database's life; begun by whoever asks first, in the same transaction. */
export async function life(tx: Tx<PersonTables>, local: Pick<Local, 'newId'>): Promise<LifeRow> {
	const kept = await tx.get('life', 'life');
	if (kept) return kept;
	const begun: LifeRow = { id: 'life', incarnation: local.newId<Incarnation>(), lastSeq: 0, lastOrder: 0, earlier: [] };
	await tx.put('life', begun);
	return begun;
}

/** The next place in the sequence. It is taken in the transaction that saves the item, so there are no gaps. */
export async function nextPlace(tx: Tx<PersonTables>, local: Pick<Local, 'newId'>) {
	const lived = await life(tx, local);
	const place = { incarnation: lived.incarnation, seq: lived.lastSeq + 1, order: lived.lastOrder + 1 };
	await tx.put('life', { ...lived, lastSeq: place.seq, lastOrder: place.order });
	return place;
}

/**
 * Another device holds the same incarnation (a cloned profile, a phone restored from a backup): this one begins a new
 * life. What is unsent gets new places in the same order; mutation ids stay, so nothing can happen twice.
 */
export async function renumber(tx: Tx<PersonTables>, local: Pick<Local, 'newId'>): Promise<void> {
	const incarnation = local.newId<Incarnation>();
	const lived = await life(tx, local);
	const items = (await tx.where('outbox', 'isPending', 1)).sort(byOrder);
	const renumbered = items.map((item, index): OutboxRow => ({
		...item,
		incarnation,
		seq: index + 1,
		supersededSeq: null
	}));
	await tx.put('outbox', ...renumbered);
	await tx.put('life', {
		...lived,
		incarnation,
		lastSeq: items.length,
		earlier: [...lived.earlier, lived.incarnation]
	});
}

/** A tombstone shares the order of the item that took its place, and goes before it. */
export const byOrder = (a: OutboxRow, b: OutboxRow): number => a.order - b.order || a.seq - b.seq;
