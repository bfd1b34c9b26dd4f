import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

// Bytes on disk. Owns durability: what these functions have returned from survives a power cut. Names are the ids that
// devices made, which are UUIDs by the route's check; nothing here is served by a web server.
//
//   <dataDir>/uploads/ab/<id>.part ──(whole, hash right)──► <id>.whole ──(rewritten)──► <dataDir>/media/ab/<id>

export type FileStore = ReturnType<typeof openStore>;

export function openStore(dataDir: string) {
	const place = (folder: string, fileId: string, ending: string) =>
		join(dataDir, folder, fileId.slice(-2), `${fileId}${ending}`);
	const part = (fileId: string) => place('uploads', fileId, '.part');
	const whole = (fileId: string) => place('uploads', fileId, '.whole');
	const published = (fileId: string) => place('media', fileId, '');

	return {
		whole,
		published,
		/** Bytes of the part on disk; less than was committed means that the disk has lost some. */
		sizeOf: (fileId: string) =>
			stat(part(fileId)).then(
				({ size }) => size,
				() => 0
			),
		/** Writes at the offset, dropping what an interrupted write left behind it. */
		async append(fileId: string, offset: number, bytes: Uint8Array): Promise<void> {
			await mkdir(dirname(part(fileId)), { recursive: true });
			const file = await open(part(fileId), offset === 0 ? 'w' : 'r+');
			try {
				await file.truncate(offset);
				await file.write(bytes, 0, bytes.length, offset);
				await file.datasync();
			} finally {
				await file.close();
			}
			if (offset === 0) await syncFolder(dirname(part(fileId)));
		},
		async sha256(fileId: string): Promise<string> {
			const hash = createHash('sha256');
			await pipeline(createReadStream(part(fileId)), hash);
			return hash.digest('hex');
		},
		async complete(fileId: string): Promise<void> {
			await rename(part(fileId), whole(fileId));
			await syncFolder(dirname(whole(fileId)));
		},
		async publish(fileId: string, bytes: Uint8Array): Promise<void> {
			const target = published(fileId);
			await mkdir(dirname(target), { recursive: true });
			const file = await open(`${target}.new`, 'w');
			try {
				await file.write(bytes);
				await file.datasync();
			} finally {
				await file.close();
			}
			await rename(`${target}.new`, target);
			await syncFolder(dirname(target));
		},
		/** What was sent, once it is rewritten or refused: the original may carry the place where it was taken. */
		async dropOriginal(fileId: string): Promise<void> {
			await rm(whole(fileId), { force: true });
			await rm(part(fileId), { force: true });
		}
	};
}

// A new name is durable only when its folder is.
async function syncFolder(path: string): Promise<void> {
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
