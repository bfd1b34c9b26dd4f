import type { MutationId } from '#lib/domain/ids.ts';
import { Refused } from './refused.ts';
import type { Tx } from './store.ts';
import type { OutboxRow, PersonTables } from './tables.ts';

/** SHA-256 of `{}`: a tombstone carries nothing of what was thrown away. */
export const tombstonePayload = '{}';
export const tombstoneSha256 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

/** An item that certainly never left becomes a mark in its place: the sequence has no holes, and nothing is told. */
export const tombstone = (item: OutboxRow, state: 'superseded' | 'discarded'): OutboxRow => ({
	...item,
	kind: 'outbox.discarded',
	payload: tombstonePayload,
	payloadSha256: tombstoneSha256,
	manifest: [],
	dependsOn: [],
	supersedes: null,
	supersededSeq: null,
	state
});

/** What the newer item takes over from the one it replaces; null where both go their way one after the other. */
type Left = { order: number; seq: number };

/**
 * Makes room for an edit. An item that never left gives its place; one that may have arrived stays as it is, and the
 * edit follows it; one that needs its author is mended by the edit.
 * @throws Refused when it was thrown away or replaced before, from another window.
 */
export async function giveWay(tx: Tx<PersonTables>, id: MutationId, by: MutationId): Promise<Left | null> {
	const item = await tx.get('outbox', id);
	if (!item || item.state === 'superseded' || item.state === 'discarded') throw new Refused('id_conflict');
	if (item.state === 'needsYou') await tx.put('outbox', { ...item, state: 'superseded' });
	if (item.isPending === 0 || item.attempts > 0) return null;
	await tx.put('outbox', tombstone(item, 'superseded'));
	for (const follower of await tx.where('outbox', 'isPending', 1))
		if (follower.dependsOn.includes(id))
			await tx.put('outbox', { ...follower, dependsOn: follower.dependsOn.map((on) => (on === id ? by : on)) });
	return { order: item.order, seq: item.seq };
}
