import { createHash } from 'node:crypto';
import { errors, type ErrorCode } from '#lib/domain/errors.ts';
import type { PhotoState } from '#lib/domain/rows.ts';
import type { ManifestFile } from '#lib/sync/protocol.ts';
import { NoAnswer } from '#lib/sync/transport.ts';
import { verdict } from '#lib/server/media/clean.ts';
import type { Mutant } from './mutants.ts';

// The server's half of uploads as a model of `lib/server/media`: rows that live and die with the database, a disk that a
// restored database does not take back, and the wire of `wire.ts` between the device and both.

export type UploadRow = ManifestFile & { owner: string; state: PhotoState; offset: number; wrongHashes: number };
export type Patch = { offset: number; checksum: string; bytes: Uint8Array };
type OnDisk = { folder: 'receiving' | 'whole'; bytes: Uint8Array };

const isTaking = ({ state }: UploadRow): boolean => state === 'expected' || state === 'receiving';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes);

export class ModelUploads {
	readonly disk = new Map<string, OnDisk>();
	/** Verified in any life of the database. */
	readonly verified = new Set<string>();
	/** Bytes of files that no item had announced in any life of the database. */
	readonly early = new Set<string>();
	private readonly announced = new Set<string>();
	private readonly locked = new Set<string>();
	private crashes = 0;
	private readonly rows: () => Map<string, UploadRow>;
	private readonly mutant: Mutant | undefined;

	constructor(rows: () => Map<string, UploadRow>, mutant?: Mutant) {
		this.rows = rows;
		this.mutant = mutant;
	}

	/** In the transaction that applies the item; what an earlier item announced stays what it was. */
	expect(photos: readonly ManifestFile[], owner: string): void {
		for (const photo of photos) {
			this.announced.add(photo.fileId);
			if (!this.rows().has(photo.fileId))
				this.rows().set(photo.fileId, { ...photo, owner, state: 'expected', offset: 0, wrongHashes: 0 });
		}
	}

	/** @param patch null: HEAD. @param gate the transaction of the bytes stays open until it resolves */
	async answer(fileId: string, by: string, patch: Patch | null, gate?: Promise<void>): Promise<Response> {
		if (patch && !this.announced.has(fileId)) this.early.add(fileId);
		const row = this.rows().get(fileId);
		if (!row && !patch && this.mutant === 'bytes before their item') return said({ offset: 0, state: 'expected' });
		if (row?.owner !== by) return refused('not_found');
		if (!patch) return isTaking(row) && this.offsetOf(row) === row.size ? this.settle(row) : this.told(row);
		if (sha256(patch.bytes).digest('base64') !== patch.checksum) return plain(460);
		return this.append(row, patch, gate);
	}

	private async append(row: UploadRow, { offset, bytes }: Patch, gate?: Promise<void>): Promise<Response> {
		const { fileId, size } = row;
		if (this.locked.has(fileId)) return refused('busy', 423, '1');
		if (!isTaking(row) || this.offsetOf(row) !== offset) return refused('offset_conflict');
		if (offset + bytes.length > size) return refused('photo_too_large');
		const { crashes } = this;
		const before = this.disk.get(fileId)?.bytes.subarray(0, offset) ?? new Uint8Array();
		this.disk.set(fileId, { folder: 'receiving', bytes: Buffer.concat([before, bytes]) });
		this.locked.add(fileId);
		await gate;
		if (crashes !== this.crashes) throw new NoAnswer('the node died');
		this.locked.delete(fileId);
		const received = { ...row, offset: offset + bytes.length, state: 'receiving' as const };
		this.rows().set(fileId, received);
		return received.offset === size ? this.settle(received) : this.told(received);
	}

	/** The last byte is there: is it the photo that was announced? */
	private settle(row: UploadRow): Response {
		const { fileId } = row;
		const bytes = this.disk.get(fileId)?.bytes ?? new Uint8Array();
		if (sha256(bytes).digest('hex') === row.sha256) {
			this.disk.set(fileId, { folder: 'whole', bytes });
			return this.told(this.become(row, { state: 'verified' }));
		}
		this.disk.delete(fileId);
		const { wrongHashes } = this.become(row, { offset: 0, wrongHashes: row.wrongHashes + 1 });
		if (wrongHashes < 2) return refused('offset_conflict');
		this.become(row, { state: 'refused' });
		return refused('photo_damaged');
	}

	private become(row: UploadRow, change: Partial<UploadRow>): UploadRow {
		const now = { ...row, ...change };
		this.rows().set(row.fileId, now);
		if (now.state === 'verified') this.verified.add(now.fileId);
		return now;
	}

	private offsetOf = ({ fileId, offset }: UploadRow): number =>
		Math.min(offset, this.disk.get(fileId)?.bytes.length ?? 0);

	private told = (row: UploadRow): Response =>
		said({ offset: isTaking(row) ? this.offsetOf(row) : row.size, state: row.state });

	/** Transactions that were open are gone; bytes that they wrote lie behind the committed offset. */
	crash(): void {
		this.crashes += 1;
		this.locked.clear();
	}

	/** The disk loses the end of what it is receiving. */
	truncate(fileId: string, percent: number): void {
		const file = this.disk.get(fileId);
		if (file?.folder !== 'receiving') return;
		const kept = Math.floor((file.bytes.length * percent) / 101);
		this.disk.set(fileId, { ...file, bytes: file.bytes.subarray(0, kept) });
	}

	/** The daily round of `clean.ts`. */
	clean(): void {
		for (const [fileId, { folder }] of this.disk) {
			const row = this.rows().get(fileId);
			const is = verdict({ folder, name: fileId, ageDays: 1 }, row?.state);
			if (row && is === 'adopt') this.become(row, { state: 'verified' });
		}
	}
}

const plain = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

const said = ({ offset, state }: { offset: number; state: PhotoState }): Response =>
	plain(200, { 'Upload-Offset': String(offset), 'Upload-State': state });

const refused = (code: ErrorCode, status: number = errors[code].httpStatus, retryAfter?: string): Response =>
	plain(status, { 'Upload-Code': code, ...(retryAfter && { 'Retry-After': retryAfter }) });
