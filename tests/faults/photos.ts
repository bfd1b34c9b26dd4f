import { createHash } from 'node:crypto';
import type { FileId } from '#lib/domain/ids.ts';
import { chunkBytes, chunkId, type PreparedPhoto } from '#lib/sync/photo.ts';
import type { ChunkRow, FileRow } from '#lib/sync/tables.ts';
import type { Patch } from './model-uploads.ts';
import type { Device } from './tab.ts';

// Every photo that was ever taken, as it was taken, and what has become of its bytes outside of the product.

export class Photos {
	private readonly taken = new Map<FileId, Uint8Array<ArrayBuffer>>();
	/** Bytes that left a device and were not those that were saved there. */
	readonly wrong = new Set<FileId>();
	/** Their disk was wiped. */
	readonly gone = new Set<FileId>();
	private readonly rotten = new Map<Device, Set<string>>();

	/** Most are a few bytes, which costs little; some are longer than a chunk. */
	take(fileId: FileId, n: number): PreparedPhoto {
		const bytes = new Uint8Array(n % 8 === 0 ? chunkBytes + 1 + n : 1 + n);
		for (let at = 0; at < bytes.length; at += Math.min(100_000, 1 + (n % 7))) bytes[at] = this.taken.size + at + 1;
		this.taken.set(fileId, bytes);
		return this.prepared(fileId);
	}

	prepared(fileId: FileId): PreparedPhoto {
		const bytes = this.taken.get(fileId)!;
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		return { fileId, size: bytes.length, sha256, mime: 'image/jpeg', bytes: bytes.buffer.slice(0), thumbnail: null };
	}

	look(fileId: FileId, { offset, bytes }: Patch): void {
		const part = this.taken.get(fileId)!.subarray(offset, offset + bytes.length);
		if (Buffer.compare(part, bytes) !== 0) this.wrong.add(fileId);
	}

	isAsTaken = (fileId: FileId, bytes: Uint8Array | undefined): boolean =>
		bytes !== undefined && Buffer.compare(bytes, this.taken.get(fileId)!) === 0;

	/** A device's disk changes one byte of a photo that waits there. */
	rot(device: Device, n: number): void {
		const chunks = [...(device.disk.data.get('chunk')?.values() ?? [])] as ChunkRow[];
		const chunk = chunks[n % Math.max(1, chunks.length)];
		if (!chunk) return;
		const bytes = new Uint8Array(chunk.bytes.slice(0));
		bytes[0]! ^= 1;
		device.disk.data.get('chunk')!.set(chunk.id, { ...chunk, bytes: bytes.buffer });
		this.rotten.set(device, new Set(this.rotten.get(device)).add(chunk.fileId));
	}

	isRotten = (device: Device, fileId: FileId): boolean => this.rotten.get(device)?.has(fileId) ?? false;

	/** A copied profile copies what is rotten in it. */
	copyRot(from: Device, to: Device): void {
		this.rotten.set(to, new Set(this.rotten.get(from)));
	}
}

export const filesOn = ({ disk }: Device): FileRow[] => [...(disk.data.get('file')?.values() ?? [])] as FileRow[];

/** All chunks lie there, whatever is in them. */
export const isWhole = ({ disk }: Device, { fileId, chunkSha256 }: FileRow): boolean =>
	chunkSha256.every((_, index) => disk.data.get('chunk')?.has(chunkId(fileId, index)));
