import { isAnnounced } from './held-photos.ts';
import type { Local } from './local.ts';
import { chunkBytes, chunkId } from './photo.ts';
import type { Tx } from './store.ts';
import type { FileRow, PersonTables } from './tables.ts';
import { Refusal, type Upload, type UploadStatus } from './transport.ts';

/**
 * Brings photos to the server in chunks, after the text that names them. Owns progress and integrity: bytes that are
 * not those that were saved are never sent, and nothing is dropped before the server has verified the whole.
 *
 *   waiting ─► sending ─(all bytes, hash right)─► verified: chunks go, the thumbnail stays
 *      └─ a chunk is missing or changed ─► damaged      └─ the server says no ─► refused
 */
export type UploadEnd = 'done' | 'interrupted';

/** @param mustYield true when text waits: it goes before the next chunk. @throws NoAnswer; progress is kept. */
export async function uploadAll(local: Local, upload: Upload, mustYield: () => boolean): Promise<UploadEnd> {
	const files = await local.store.read(announcedFiles);
	for (const file of files) {
		if (mustYield()) return 'interrupted';
		try {
			if ((await uploadOne(local, upload, file, mustYield)) === 'interrupted') return 'interrupted';
		} catch (error) {
			if (!(error instanceof Refusal) || error.code === 'signed_out') throw error;
			// Not announced yet, for example after a restore: the next round asks again.
			if (error.code === 'not_found') continue;
			await put(local, file, { state: error.code === 'photo_damaged' ? 'damaged' : 'refused', code: error.code });
		}
	}
	return 'done';
}

/** The server must know a file before it takes bytes: only those whose item it holds, applied or parked. */
async function announcedFiles(tx: Tx<PersonTables>): Promise<FileRow[]> {
	const open = [...(await tx.where('file', 'state', 'sending')), ...(await tx.where('file', 'state', 'waiting'))];
	const announced = await Promise.all(open.map((file) => isAnnounced(tx, file)));
	return open.filter((_, index) => announced[index]);
}

async function uploadOne(local: Local, upload: Upload, file: FileRow, mustYield: () => boolean): Promise<UploadEnd> {
	let status = await upload.status(file.fileId);
	while (status.offset < file.size && isTaking(status)) {
		if (mustYield()) return 'interrupted';
		const bytes = await soundChunk(local, file, Math.floor(status.offset / chunkBytes));
		if (!bytes) {
			await put(local, file, { state: 'damaged', code: 'photo_damaged' });
			return 'done';
		}
		const rest = bytes.slice(status.offset % chunkBytes);
		status = await upload.send(file.fileId, status.offset, rest, await local.sha256(rest));
		await put(local, file, { state: 'sending', offset: status.offset });
	}
	if (status.state === 'refused')
		await put(local, file, { state: 'refused', code: status.code ?? 'photo_not_readable' });
	else if (!isTaking(status)) await finish(local, file);
	return 'done';
}

const isTaking = ({ state }: UploadStatus): boolean => state === 'expected' || state === 'receiving';

/** The chunk as it was saved; null when the device has lost or changed it. */
async function soundChunk(local: Local, file: FileRow, index: number): Promise<ArrayBuffer | null> {
	const chunk = await local.store.read((tx) => tx.get('chunk', chunkId(file.fileId, index)));
	if (!chunk) return null;
	return (await local.sha256(chunk.bytes)) === file.chunkSha256[index] ? chunk.bytes : null;
}

async function finish(local: Local, { fileId }: FileRow): Promise<void> {
	await local.store.write(async (tx) => {
		const file = await tx.get('file', fileId);
		if (file) await tx.put('file', { ...file, state: 'verified', offset: file.size, code: null });
		const chunks = await tx.where('chunk', 'fileId', fileId);
		await tx.delete('chunk', ...chunks.map(({ id }) => id));
	});
}

async function put(local: Local, { fileId }: FileRow, changes: Partial<FileRow>): Promise<void> {
	await local.store.write(async (tx) => {
		const file = await tx.get('file', fileId);
		if (file) await tx.put('file', { ...file, ...changes });
	});
}
