import type { MutationId } from '#lib/domain/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import { letPhotosGo } from './held-photos.ts';
import type { Local } from './local.ts';
import { rebase } from './rebase.ts';
import { save } from './save.ts';
import type { Tx } from './store.ts';
import { tombstone } from './supersede.ts';
import type { OutboxRow, PersonTables } from './tables.ts';

/**
 * Takes back what was saved. What never left goes with all that followed from it. A report that may have arrived is
 * withdrawn instead, by a mutation of its own; anything else that may have been read cannot be taken back
 * (`already_sent`).
 */
export async function discardItem(local: Local, mutationId: MutationId): Promise<Result<void>> {
	const item = await local.store.write(async (tx) => {
		const found = await tx.get('outbox', mutationId);
		if (found?.state === 'needsYou') await settleDiscarded(tx, found, local);
		else if (found?.state === 'queued' && found.attempts === 0)
			for (const gone of await withFollowers(tx, found)) await drop(tx, tombstone(gone, 'discarded'), local);
		else return found;
		return null;
	});
	if (item === null) return ok(undefined);
	if (!item) return refuse('not_found');
	if (item.state === 'discarded' || item.state === 'superseded') return ok(undefined);
	if (item.kind !== 'ticket.report') return refuse('already_sent');
	const withdrawn = await save(local, 'ticket.withdraw', { ticketId: item.ticketId }, { dependsOn: [mutationId] });
	return withdrawn.ok ? ok(undefined) : withdrawn;
}

/** The server has answered it; only this device still showed it. */
async function settleDiscarded(tx: Tx<PersonTables>, item: OutboxRow, local: Local): Promise<void> {
	await drop(tx, { ...item, state: 'discarded' }, local);
}

async function drop(tx: Tx<PersonTables>, item: OutboxRow, local: Local): Promise<void> {
	await tx.put('outbox', item);
	await letPhotosGo(tx, item.mutationId);
	if (item.ticketId) await rebase(tx, item.ticketId, local.me);
}

async function withFollowers(tx: Tx<PersonTables>, first: OutboxRow): Promise<OutboxRow[]> {
	const pending = await tx.where('outbox', 'isPending', 1);
	const gone = new Map([[first.mutationId, first]]);
	for (let size = 0; size !== gone.size;) {
		size = gone.size;
		for (const item of pending) if (item.dependsOn.some((on) => gone.has(on))) gone.set(item.mutationId, item);
	}
	return [...gone.values()];
}
