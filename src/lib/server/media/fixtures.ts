import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { registry } from '#lib/app/server/registry.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Photo } from '#lib/domain/ticket/event.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { deviceOf, openScene, photoOf, reportBy } from '#lib/sync/server/fixtures.ts';
import { freshDatabase } from '#tests/fresh-database.ts';
import { openDisk } from './disk.ts';
import { answer, type WireContext } from './wire.ts';

// For tests: a database with people, a folder for files, and the requests that a device makes.

export async function openUploads() {
	const fresh = await freshDatabase();
	const dataDir = mkdtempSync(join(tmpdir(), 'athand-uploads-'));
	const { database, sql } = fresh;
	const disk = openDisk(dataDir);
	const scene = await openScene(sql);

	/** A report with photos goes through the push, as from a device. */
	async function announce(actor: Actor, photos: Photo[], isPrivate: boolean) {
		const payload = reportBy(actor, { photos, topic: isPrivate ? 'password' : 'broken' });
		const result = await applyItem({ database, registry, actor }, deviceOf(actor).item('ticket.report', payload));
		if (result.status !== 'applied') throw new Error(`the report was not applied: ${result.code}`);
	}

	return {
		...fresh,
		dataDir,
		disk,
		scene,
		/** Announces these bytes, says what of them to believe. */
		async announced(actor: Actor, bytes: Uint8Array, change: Partial<Photo> = {}, isPrivate = false) {
			const photo = { ...photoOf(bytes), ...change };
			await announce(actor, [photo], isPrivate);
			return photo.fileId;
		},
		wire: (actor: Actor | null, change: Partial<WireContext> = {}) =>
			tusOver((request, id) => answer(request, id, { database, disk, actor, onVerified: () => {}, ...change })),
		async row(fileId: string) {
			const [row] = await sql`select * from upload where file_id = ${fileId}`;
			return row!;
		},
		async close() {
			await fresh.close();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

export type Wire = ReturnType<typeof tusOver>;

/** The requests of `sync/tus-upload.ts`, and wrong ones. */
export function tusOver(send: (request: Request, id: string) => Promise<Response>) {
	const request = (id: string, init: RequestInit) => send(new Request(`http://localhost/api/uploads/${id}`, init), id);
	return {
		head: (id: string) => request(id, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }),
		patch: (id: string, offset: number, bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
			request(id, {
				method: 'PATCH',
				body: bytes,
				headers: {
					'Sec-Fetch-Site': 'same-origin',
					'Tus-Resumable': '1.0.0',
					'Content-Type': 'application/offset+octet-stream',
					'Upload-Offset': String(offset),
					'Upload-Checksum': `sha256 ${createHash('sha256').update(bytes).digest('base64')}`,
					...headers
				}
			}),
		/** Everything from where the server is, in chunks. */
		async rest(id: string, bytes: Uint8Array<ArrayBuffer>, chunk = 1_000_000): Promise<Response> {
			let response = await this.head(id);
			for (let at = offsetOf(response); at < bytes.length; at = offsetOf(response)) {
				response = await this.patch(id, at, bytes.slice(at, at + chunk));
				if (!response.ok) return response;
			}
			return response;
		}
	};
}

export const offsetOf = (response: Response): number => Number(response.headers.get('Upload-Offset') ?? NaN);

/** Bytes that differ everywhere, so that a chunk at a wrong place is noticed. */
export function someBytes(length: number, seed = 1): Uint8Array<ArrayBuffer> {
	const words = new Uint32Array(Math.ceil(length / 4));
	for (let i = 0, x = seed; i < words.length; i++) words[i] = x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
	return new Uint8Array(words.buffer, 0, length).slice();
}

/** A photo as a phone takes it: on its side, and it knows where it was taken and by what. */
export async function phonePhoto(width = 400, height = 300): Promise<Uint8Array<ArrayBuffer>> {
	const photo = sharp({ create: { width, height, channels: 3, background: '#3a7', noise: { type: 'gaussian' } } });
	const gps = {
		GPSLatitudeRef: 'N',
		GPSLatitude: '55/1 40/1 34/1',
		GPSLongitudeRef: 'E',
		GPSLongitude: '12/1 34/1 6/1'
	};
	const told = photo
		.withExif({ IFD0: { Make: 'Zebra', Artist: 'Mette Holm' }, IFD3: gps })
		.withMetadata({ orientation: 6 });
	return new Uint8Array(await told.jpeg().toBuffer());
}
