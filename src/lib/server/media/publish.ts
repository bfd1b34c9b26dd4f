// The job that turns `verified` photos into ones that others may see. Any node may do it, whoever sent them; a row is
// locked while it is worked on, others skip it, and a crash lets go of it: then it is still `verified` and begun again.

import { and, eq, sql } from 'drizzle-orm';
import { refuse } from '#lib/domain/result.ts';
import type { Database, Tx } from '../db.ts';
import { log } from '../log.ts';
import { upload } from '../schema/index.ts';
import type { Disk } from './disk.ts';
import { rewrite } from './rewrite.ts';
import { tellOfTicket } from './tell.ts';

export type PublishContext = { database: Database; disk: Disk };
type Waiting = { fileId: string; organisationId: string };
type Upload = typeof upload.$inferSelect;

/** A photo that takes the node down each time must not do so for ever. */
const begunLimit = 4;

/** All that wait now. One that fails (no space, no database) waits for the next round and holds up no other. */
export async function publishWaiting(context: PublishContext, signal?: AbortSignal): Promise<void> {
	const waiting = await context.database.db.execute<{ file_id: string; organisation_id: string }>(
		sql`select file_id, organisation_id from waiting_uploads()`
	);
	for (const { file_id: fileId, organisation_id: organisationId } of waiting) {
		if (signal?.aborted) return;
		try {
			await publish(context, { fileId, organisationId });
		} catch (error) {
			log.error({ err: error, fileId }, 'photo not rewritten');
		}
	}
}

export async function publish({ database, disk }: PublishContext, waiting: Waiting): Promise<void> {
	const locked = <T>(work: (tx: Tx, found: Upload) => Promise<T>) =>
		database.withOrganisations([waiting.organisationId], async (tx) => {
			const isWaiting = and(eq(upload.fileId, waiting.fileId), eq(upload.state, 'verified'));
			const [found] = await tx.select().from(upload).where(isWaiting).for('update', { skipLocked: true });
			return found && work(tx, found);
		});
	// The time moves it behind the others, so that those which fail again and again do not fill every round.
	const note = (tx: Tx, { detail }: Upload, begun: number) =>
		tx
			.update(upload)
			.set({ detail: { ...detail, begun }, lastActivityAt: sql`now()` })
			.where(eq(upload.fileId, waiting.fileId));

	// Committed before the work: who comes after a crash sees how often it happened.
	await locked((tx, found) => note(tx, found, (found.detail.begun ?? 0) + 1));
	try {
		const done = await locked((tx, found) => finish(tx, disk, found));
		// Only now: until the commit a crash may ask for it again.
		if (done) await disk.drop(waiting);
	} catch (error) {
		// Its end was seen, so it was not the photo that took the node down.
		await locked((tx, found) => note(tx, found, Math.max(0, (found.detail.begun ?? 0) - 1)));
		throw error;
	}
}

async function finish(tx: Tx, disk: Disk, found: Upload): Promise<true> {
	const { fileId, detail } = found;
	const isGivenUp = (detail.begun ?? 0) > begunLimit;
	const photo = isGivenUp ? refuse('photo_not_readable') : await rewrite(await disk.original(found));
	if (photo.ok) {
		await disk.putPhoto(found, 'full', photo.value.full);
		await disk.putPhoto(found, 'thumb', photo.value.thumb);
	} else log.info({ fileId, code: photo.code }, 'photo refused');
	const outcome: Partial<Upload> = photo.ok
		? { state: 'published', detail: { width: photo.value.width, height: photo.value.height } }
		: { state: 'refused', code: photo.code };
	await tx.update(upload).set(outcome).where(eq(upload.fileId, fileId));
	await tellOfTicket(tx, found.ticketId);
	return true;
}
