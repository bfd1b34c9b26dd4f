import type { FileId, MutationId } from '#lib/domain/ids.ts';
import { refuse, type Result } from '#lib/domain/result.ts';
import { discardItem } from './discard.ts';
import { currentLocal } from './local.ts';
import { mutate } from './mutate.ts';
import { keepSentinel } from './sentinel.ts';
import { byOrder } from './sequence.ts';
import type { FileRow, OutboxRow } from './tables.ts';
import { wake } from './wake.ts';

/** What this device has to send and has sent, as screens ask for it. Sending is the engine's. */

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

/** Takes it back, see `discard.ts`. */
async function discard(mutationId: MutationId): Promise<Result<void>> {
	const local = await currentLocal();
	const result = await discardItem(local, mutationId);
	void keepSentinel(local);
	wake();
	return result;
}

/** Sends it again now: one that waits, without its delay; one that was refused, as a new attempt of the same words. */
async function retry(mutationId: MutationId): Promise<Result<unknown>> {
	const { store } = await currentLocal();
	const item = await get(mutationId);
	if (!item) return refuse('not_found');
	if (item.state === 'needsYou') return mutate(item.kind, JSON.parse(item.payload), { supersedes: mutationId });
	await store.write(async (tx) => {
		const now = await tx.get('outbox', mutationId);
		if (now?.isPending) await tx.put('outbox', { ...now, nextTryMs: 0 });
	});
	wake();
	return { ok: true, value: undefined };
}

export const outbox = { items, get, files, thumbnail, discard, retry };
