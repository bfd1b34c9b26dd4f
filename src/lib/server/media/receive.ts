// Takes a file in chunks over the wire of tus 1.0. Owns the order that makes it safe: check the chunk's hash, write, flush,
// then commit the offset; so an offset that was ever answered is on disk, and after a crash the device goes on from it.
// One writer a file at a time (advisory lock). Rewriting what arrived is publish.ts's.
//
//   expected ─► receiving ─(last byte, SHA-256 right)─► verified ─► published | refused
//                             └─(SHA-256 wrong)─► refused photo_damaged

import { createHash } from 'node:crypto';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { PhotoState } from '#lib/domain/rows.ts';
import { photoBytesLimit } from '#lib/domain/ticket/words.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAgain } from '../change-log.ts';
import type { Database, Tx } from '../db.ts';
import type { FileStore } from './store.ts';
import { findUpload, lockUpload, saveOffset, saveState, type UploadRow } from './uploads.ts';

export type Receiver = { database: Database; store: FileStore; actor: Actor };
export type Received = { offset: number; size: number; state: PhotoState; code: ErrorCode | null };
export type Chunk = { offset: number; bytes: Uint8Array; sha256: string | null };

/** Where to go on. Also ends a file whose last byte arrived just before a crash. */
export async function statusOf({ database, store, actor }: Receiver, fileId: string): Promise<Received | null> {
	return database.withActor(actor, async (tx) => {
		const upload = await ownUpload(tx, actor, fileId);
		if (!upload) return null;
		if (isTaking(upload) && (await lockUpload(tx, fileId))) return settled(tx, store, upload);
		return received(upload);
	});
}

export type Refused = { refused: ErrorCode; offset: number | null };

export async function receive(
	{ database, store, actor }: Receiver,
	fileId: string,
	chunk: Chunk
): Promise<Received | Refused> {
	if (chunk.sha256 && createHash('sha256').update(chunk.bytes).digest('hex') !== chunk.sha256)
		return { refused: 'offset_conflict', offset: null };
	return database.withActor(actor, async (tx) => {
		const known = await ownUpload(tx, actor, fileId);
		if (!known) return { refused: 'not_found', offset: null };
		if (!(await lockUpload(tx, fileId))) return { refused: 'offset_conflict', offset: null };
		const upload = (await ownUpload(tx, actor, fileId)) ?? known;
		if (!isTaking(upload)) return received(upload);
		const { verifiedOffset, size } = upload;
		const isLost = (await store.sizeOf(fileId)) < verifiedOffset;
		if (isLost) await saveOffset(tx, fileId, 0);
		if (isLost || chunk.offset !== verifiedOffset)
			return { refused: 'offset_conflict', offset: isLost ? 0 : verifiedOffset };
		const end = verifiedOffset + chunk.bytes.length;
		if (end > size || size > photoBytesLimit) return { refused: 'photo_too_large', offset: verifiedOffset };
		if (chunk.bytes.length === 0 && verifiedOffset < size) return { refused: 'photo_empty', offset: verifiedOffset };
		await store.append(fileId, verifiedOffset, chunk.bytes);
		await saveOffset(tx, fileId, end);
		return settled(tx, store, { ...upload, verifiedOffset: end, state: 'receiving' });
	});
}

// Runs under the lock. Renaming before the commit is safe: a file that is already whole is found again below.
async function settled(tx: Tx, store: FileStore, upload: UploadRow): Promise<Received> {
	const { fileId, verifiedOffset, size, sha256, ticketId } = upload;
	if (verifiedOffset < size) return received(upload);
	if ((await store.sizeOf(fileId)) === size) {
		if ((await store.sha256(fileId)) !== sha256) {
			await saveState(tx, fileId, 'refused', { code: 'photo_damaged' });
			await recordAgain(tx, 'ticket', ticketId);
			return received({ ...upload, state: 'refused', code: 'photo_damaged' });
		}
		await store.complete(fileId);
	}
	await saveState(tx, fileId, 'verified');
	return received({ ...upload, state: 'verified' });
}

// Somebody else's file and none look the same.
async function ownUpload(tx: Tx, actor: Actor, fileId: string): Promise<UploadRow | null> {
	const upload = await findUpload(tx, fileId);
	return upload?.ownerId === actor.personId ? upload : null;
}

const isTaking = ({ state }: UploadRow): boolean => state === 'expected' || state === 'receiving';

const received = ({ verifiedOffset, size, state, code }: UploadRow): Received => ({
	offset: verifiedOffset,
	size,
	state,
	code
});
