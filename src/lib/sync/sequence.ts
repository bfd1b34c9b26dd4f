import type { Incarnation } from '#lib/domain/ids.ts';
import type { Local } from './local.ts';
import type { Tx } from './store.ts';
import type { LifeRow, OutboxRow, PersonTables } from './tables.ts';

/** This database's life; begun by whoever asks first, in the same transaction. */
export async function life(tx: Tx<PersonTables>, local: Pick<Local, 'newId'>): Promise<LifeRow> {
	const kept = await tx.get('life', 'life');
	if (kept) return kept;
	const begun: LifeRow = { id: 'life', incarnation: local.newId<Incarnation>(), lastSeq: 0 };
	await tx.put('life', begun);
	return begun;
}

/** The next place in the sequence. It is taken in the transaction that saves the item, so there are no gaps. */
export async function nextPlace(tx: Tx<PersonTables>, local: Pick<Local, 'newId'>) {
	const { incarnation, lastSeq } = await life(tx, local);
	await tx.put('life', { id: 'life', incarnation, lastSeq: lastSeq + 1 });
	return { incarnation, seq: lastSeq + 1 };
}

/**
 * Another device holds the same incarnation (a cloned profile, a phone restored from a backup): this one begins a new
 * life. What is unsent gets new places in the same order; mutation ids stay, so nothing can happen twice.
 */
export async function renumber(tx: Tx<PersonTables>, local: Pick<Local, 'newId'>): Promise<void> {
	const incarnation = local.newId<Incarnation>();
	const items = (await tx.all('outbox')).filter((item) => item.isPending === 1).sort(bySeq);
	await tx.put('outbox', ...items.map((item, index): OutboxRow => ({ ...item, incarnation, seq: index + 1 })));
	await tx.put('life', { id: 'life', incarnation, lastSeq: items.length });
}

export const bySeq = (a: OutboxRow, b: OutboxRow): number => a.seq - b.seq;
