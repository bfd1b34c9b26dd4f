// Photos on disk, under `<DATA_DIR>/uploads/<organisation>/`, outside everything that is served as files:
//
//   receiving/<id>   grows chunk by chunk; longer than the committed offset only after a crash
//   whole/<id>       as it was sent, its hash right; nobody is ever given it
//   photos/<id>.jpg  rewritten, and <id>.thumb.jpg
//
// Every write is on the disk (fdatasync, and fsync of the folder for a new name) before its caller commits anything.
// Names are ids that were checked to be UUIDs: random, and unable to leave the folder. Nodes share the folder.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export type Place = { organisationId: string; fileId: string };
export type Size = 'full' | 'thumb';

export type Disk = ReturnType<typeof openDisk>;

export const uploadsDir = (dataDir: string) => join(dataDir, 'uploads');

export function openDisk(dataDir: string) {
	const at = ({ organisationId, fileId }: Place, folder: string, suffix = '') =>
		join(uploadsDir(dataDir), organisationId, folder, `${fileId}${suffix}`);
	const receiving = (place: Place) => at(place, 'receiving');
	const whole = (place: Place) => at(place, 'whole');
	const photo = (place: Place, size: Size) => at(place, 'photos', size === 'thumb' ? '.thumb.jpg' : '.jpg');

	return {
		/** Bytes there, wherever a crash left the file; 0 when there is no such file. */
		received: async (place: Place): Promise<number> =>
			(await sizeOf(receiving(place))) ?? (await sizeOf(whole(place))) ?? 0,

		/** Puts the bytes at `offset` and cuts off whatever a crash left behind it. */
		async append(place: Place, offset: number, bytes: Uint8Array): Promise<void> {
			const path = receiving(place);
			const isNew = (await sizeOf(path)) === null;
			if (isNew) await mkdir(dirname(path), { recursive: true });
			const file = await open(path, isNew ? 'wx' : 'r+');
			try {
				await file.truncate(offset);
				await writeAll(file, bytes, offset);
				await file.datasync();
			} finally {
				await file.close();
			}
			if (isNew) await syncFolder(dirname(path));
		},

		/** Of what `received` counts; null when it is nowhere. */
		async sha256(place: Place): Promise<string | null> {
			const path = (await sizeOf(receiving(place))) === null ? whole(place) : receiving(place);
			if ((await sizeOf(path)) === null) return null;
			const hash = createHash('sha256');
			await pipeline(createReadStream(path), hash);
			return hash.digest('hex');
		},

		/** Does nothing when it was done before. */
		async complete(place: Place): Promise<void> {
			if ((await sizeOf(receiving(place))) === null) return;
			await mkdir(dirname(whole(place)), { recursive: true });
			await rename(receiving(place), whole(place));
			await syncFolder(dirname(whole(place)));
		},

		/** Older rows than files (a restored database) find the rewritten photo instead of what was sent. */
		original: async (place: Place): Promise<Buffer> =>
			(await readFile(whole(place)).catch(nullIfMissing)) ?? readFile(photo(place, 'full')),

		/** Overwrites: the same photo may be rewritten again after a crash. */
		async putPhoto(place: Place, size: Size, bytes: Uint8Array): Promise<void> {
			const path = photo(place, size);
			await mkdir(dirname(path), { recursive: true });
			const file = await open(`${path}.new`, 'w');
			try {
				await writeAll(file, bytes, 0);
				await file.datasync();
			} finally {
				await file.close();
			}
			await rename(`${path}.new`, path);
			await syncFolder(dirname(path));
		},

		/** Null: not there. */
		photo: (place: Place, size: Size): Promise<Buffer | null> => readFile(photo(place, size)).catch(nullIfMissing),

		/** What was sent goes; the rewritten photo stays. */
		drop: (place: Place) => Promise.all([receiving(place), whole(place)].map((path) => rm(path, { force: true })))
	};
}

/** The volume is full, or this system's share of it. */
export const isDiskFull = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

const sizeOf = (path: string): Promise<number | null> => stat(path).then(({ size }) => size, nullIfMissing);

function nullIfMissing(error: NodeJS.ErrnoException): null {
	if (error.code === 'ENOENT') return null;
	throw error;
}

type File = Awaited<ReturnType<typeof open>>;

// A full disk may take a part of the bytes without an error: the rest then fails.
async function writeAll(file: File, bytes: Uint8Array, position: number): Promise<void> {
	for (let done = 0; done < bytes.length;) {
		const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
		done += bytesWritten;
	}
}

// A new name survives a power cut only when its folder is on the disk too.
async function syncFolder(path: string): Promise<void> {
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
