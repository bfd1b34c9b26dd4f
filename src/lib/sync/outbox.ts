import type { FileId, MutationId } from '#lib/domain/ids.ts';
import { currentLocal } from './local.ts';
import { byOrder } from './sequence.ts';
import type { FileRow, OutboxRow } from './tables.ts';

/**
 * What this device has to send and has sent, as screens ask for it. Changing it is `outbox-change.ts`, which loads what
 * writing needs; a screen that only counts does without.
 */

async function items(): Promise<OutboxRow[]> {
	const { store } = await currentLocal();
	const all = await store.read((tx) => tx.all('outbox'));
	return all.filter((item) => item.kind !== 'outbox.discarded').sort(byOrder);
}

async function get(mutationId: MutationId): Promise<OutboxRow | undefined> {
	return (await currentLocal()).store.read((tx) => tx.get('outbox', mutationId));
}

/** Photos of one ticket that began here: progress is `offset` of `size`. */
async function files(ticketId: string): Promise<FileRow[]> {
	return (await currentLocal()).store.read((tx) => tx.where('file', 'ticketId', ticketId));
}

/** A small picture of a photo that was taken here, also after its bytes were sent. */
async function thumbnail(fileId: FileId): Promise<Blob | null> {
	const file = await (await currentLocal()).store.read((tx) => tx.get('file', fileId));
	return file?.thumbnail ? new Blob([file.thumbnail], { type: 'image/jpeg' }) : null;
}

export const outbox = { items, get, files, thumbnail };
