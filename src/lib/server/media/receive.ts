// Takes a photo's bytes so that none is ever lost or wrong. `upload.verified_offset` is the truth of how far it is: it is
// committed after the bytes are on the disk, so a crash leaves at most a tail that the next write cuts off (SPEC.md, AT).
//
//   expected ─► receiving ─(last byte, hash right)─► verified ─► published | refused  (publish.ts)
//                   └─(hash wrong)─► from 0 once more; wrong again ─► refused

import { and, eq, sql } from 'drizzle-orm';
import type { FileId } from '#lib/domain/ids.ts';
import { refuse, ok, type Result } from '#lib/domain/result.ts';
import type { PhotoState } from '#lib/domain/rows.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Database, Tx } from '../db.ts';
import { log } from '../log.ts';
import { upload } from '../schema/index.ts';
import type { Disk } from './disk.ts';
import { tellOfTicket } from './tell.ts';

export type ReceiveContext = { database: Database; disk: Disk; actor: Actor };
/** `code`: why it was refused. */
export type Held = { offset: number; size: number; state: PhotoState; code: string | null };
type Upload = typeof upload.$inferSelect;

/** A wrong hash may be this disk's fault, so the bytes are asked for once more before the photo is given up. */
const wrongHashLimit = 2;

export async function held(context: ReceiveContext, fileId: FileId): Promise<Result<Held>> {
	const found = await context.database.withActor(context.actor, (tx) => find(tx, context.actor, fileId));
	if (!found) return refuse('not_found');
	const now = await heldOf(context.disk, found);
	// All bytes are there, but a crash came before the hash was looked at.
	return isTaking(found) && now.offset === found.size ? settle(context, fileId) : ok(now);
}

/** `bytes` were compared with their own checksum. A refusal `busy`: somebody else is writing this file now. */
export async function append(
	context: ReceiveContext,
	fileId: FileId,
	offset: number,
	bytes: Uint8Array
): Promise<Result<Held>> {
	const { database, disk, actor } = context;
	const appended = await database.withActor(actor, async (tx): Promise<Result<Held>> => {
		const [lock] = await tx.execute<{ taken: boolean }>(
			sql`select pg_try_advisory_xact_lock(${lockOf(fileId)}) as taken`
		);
		if (!lock?.taken) return refuse('busy');
		const found = await find(tx, actor, fileId);
		if (!found) return refuse('not_found');
		const now = await heldOf(disk, found);
		if (!isTaking(found) || now.offset !== offset) return refuse('offset_conflict');
		if (offset + bytes.length > found.size) return refuse('photo_too_large');
		await disk.append(found, offset, bytes);
		const next = { verifiedOffset: offset + bytes.length, state: 'receiving' as const };
		await tx
			.update(upload)
			.set({ ...next, lastActivityAt: sql`now()` })
			.where(eq(upload.fileId, fileId));
		return ok({ offset: next.verifiedOffset, size: found.size, state: next.state, code: null });
	});
	return appended.ok && appended.value.offset === appended.value.size ? settle(context, fileId) : appended;
}

/** The last byte is there: is it the photo that was announced? */
async function settle({ database, disk, actor }: ReceiveContext, fileId: FileId): Promise<Result<Held>> {
	return database.withActor(actor, async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${lockOf(fileId)})`);
		const found = await find(tx, actor, fileId);
		if (!found) return refuse('not_found');
		if (!isTaking(found)) return ok(await heldOf(disk, found));
		const set = (change: Partial<Upload>) => tx.update(upload).set(change).where(eq(upload.fileId, fileId));

		if ((await disk.sha256(found)) === found.sha256) {
			await disk.complete(found);
			await set({ state: 'verified' });
			return ok({ offset: found.size, size: found.size, state: 'verified', code: null });
		}
		const wrongHashes = (found.detail.wrongHashes ?? 0) + 1;
		log.error({ fileId, wrongHashes }, 'a photo is not the one that was announced');
		await disk.drop(found);
		await set({ verifiedOffset: 0, detail: { ...found.detail, wrongHashes } });
		if (wrongHashes < wrongHashLimit) return refuse('offset_conflict');
		// It may have been given its case since it was found.
		const [now] = await set({ state: 'refused', code: 'photo_damaged' }).returning();
		await tellOfTicket(tx, now!.ticketId);
		return refuse('photo_damaged');
	});
}

/** Only who announced a file may send it, or learn that it exists. */
async function find(tx: Tx, actor: Actor, fileId: FileId): Promise<Upload | null> {
	const mine = and(eq(upload.fileId, fileId), eq(upload.ownerId, actor.personId));
	const [row] = await tx.select().from(upload).where(mine);
	return row ?? null;
}

/** A file that is shorter than what was committed (another disk, a restored copy, expired) goes on from its end. */
async function heldOf(disk: Disk, { state, size, code, verifiedOffset, ...place }: Upload): Promise<Held> {
	if (state === 'verified' || state === 'published') return { offset: size, size, state, code };
	const there = verifiedOffset === 0 ? 0 : await disk.received(place);
	return { offset: Math.min(verifiedOffset, there), size, state, code };
}

const isTaking = ({ state }: Upload): boolean => state === 'expected' || state === 'receiving';

const lockOf = (fileId: FileId) => sql`hashtextextended(${fileId}, 0)`;
