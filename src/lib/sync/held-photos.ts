import type { MutationId } from '#lib/domain/ids.ts';
import type { Tx } from './store.ts';
import type { FileRow, OutboxRow, PersonTables } from './tables.ts';

// Which items a photo belongs to. A file row names one, its holder; a corrected report names the same photo again, and
// either of the two may be the one that the server takes.

/** Items of its case that name this photo and were neither replaced nor thrown away. */
async function itemsNaming(tx: Tx<PersonTables>, { fileId, ticketId }: FileRow): Promise<OutboxRow[]> {
	const items = ticketId ? await tx.where('outbox', 'ticketId', ticketId) : [];
	return items.filter(
		({ state, manifest }) =>
			state !== 'superseded' && state !== 'discarded' && manifest.some((photo) => photo.fileId === fileId)
	);
}

/** The server expects it: it holds an item that names it, applied or parked. One that the device has forgotten was, too. */
export async function isAnnounced(tx: Tx<PersonTables>, file: FileRow): Promise<boolean> {
	const holder = await tx.get('outbox', file.mutationId);
	return !holder || isHeld(holder) || (await itemsNaming(tx, file)).some(isHeld);
}

const isHeld = (item: OutboxRow): boolean => item.state === 'acked' || (item.state === 'needsYou' && item.isParked);

/** An item was replaced or thrown away: its photos go to another one that names them, or leave the device. */
export async function letPhotosGo(tx: Tx<PersonTables>, mutationId: MutationId): Promise<void> {
	for (const file of await tx.where('file', 'mutationId', mutationId)) {
		const items = await itemsNaming(tx, file);
		if (items.some((item) => item.mutationId === mutationId)) continue;
		if (items[0]) await tx.put('file', { ...file, mutationId: items[0].mutationId });
		else await dropPhoto(tx, file);
	}
}

async function dropPhoto(tx: Tx<PersonTables>, { fileId }: FileRow): Promise<void> {
	const chunks = await tx.where('chunk', 'fileId', fileId);
	await tx.delete('chunk', ...chunks.map(({ id }) => id));
	await tx.delete('file', fileId);
}
