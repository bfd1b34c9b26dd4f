import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/roles.ts';
import type { Photo, Report } from '#lib/domain/ticket/event.ts';
import { publishWaiting } from '#lib/server/media/publish.ts';
import { servePhoto } from '#lib/server/media/serve.ts';
import { openStore, type FileStore } from '#lib/server/media/store.ts';
import { answerUpload } from '#lib/server/media/tus.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { deviceOf, openScene, photoOf, reportBy, sha256, type Scene } from '#lib/sync/server/fixtures.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { registry } from './registry.ts';

let fresh: FreshDatabase;
let scene: Scene;
let dataDir: string;
let store: FileStore;
let jpeg: Buffer;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
	dataDir = await mkdtemp(join(tmpdir(), 'athand-uploads-'));
	store = openStore(dataDir);
	// Taken in Odense: the place is in the metadata.
	jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#3b6' } })
		.withExif({ IFD0: { Artist: 'Sofie Berg' }, IFD3: { GPSLatitude: '55/1 24/1 0/1' } })
		.jpeg()
		.toBuffer();
});
afterAll(async () => {
	await fresh.close();
	await rm(dataDir, { recursive: true, force: true });
});

const announce = async (by: Actor, photo: Photo, change: Partial<Report> = {}) => {
	const payload = reportBy(by, { photos: [photo], ...change });
	const item = deviceOf(by).item('ticket.report', payload);
	expect(await applyItem({ database: fresh.database, registry, actor: by }, item)).toMatchObject({ status: 'applied' });
	return payload.ticketId;
};

const call = async (actor: Actor, fileId: string, init: RequestInit) => {
	const request = new Request(`http://localhost/api/uploads/${fileId}`, init);
	const response = await answerUpload({ database: fresh.database, store, actor }, fileId, request);
	const offset = response.headers.get('upload-offset');
	return {
		status: response.status,
		offset: offset === null ? null : Number(offset),
		state: response.headers.get('upload-state'),
		code: response.headers.get('upload-code')
	};
};
const status = (actor: Actor, fileId: string) => call(actor, fileId, { method: 'HEAD' });
const patch = (actor: Actor, fileId: string, offset: number, bytes: Uint8Array, checksum = digest(bytes)) =>
	call(actor, fileId, {
		method: 'PATCH',
		headers: {
			'content-type': 'application/offset+octet-stream',
			'content-length': String(bytes.length),
			'upload-offset': String(offset),
			'upload-checksum': `sha256 ${checksum}`
		},
		body: new Uint8Array(bytes)
	});
const digest = (bytes: Uint8Array) => Buffer.from(sha256(bytes), 'hex').toString('base64');
const stateOf = async (fileId: string) =>
	(await fresh.sql`select state, code from upload where file_id = ${fileId}`)[0] as {
		state: string;
		code: string | null;
	};
/** The round that the last byte starts, waited for. */
const published = async (fileId: string) => {
	while ((await stateOf(fileId)).state === 'verified') await publishWaiting({ database: fresh.database, store });
	return stateOf(fileId);
};

describe('a file arrives in pieces', () => {
	it('[AT1] takes a photo in chunks, verifies the whole and serves it rewritten, without metadata', async () => {
		const photo = photoOf(jpeg);
		await announce(scene.mette, photo);
		expect(await status(scene.mette, photo.fileId)).toMatchObject({ status: 200, offset: 0, state: 'expected' });
		const half = Math.floor(jpeg.length / 2);
		expect(await patch(scene.mette, photo.fileId, 0, jpeg.subarray(0, half))).toMatchObject({
			status: 204,
			offset: half,
			state: 'receiving'
		});
		expect(await status(scene.mette, photo.fileId)).toMatchObject({ offset: half });
		expect(await patch(scene.mette, photo.fileId, half, jpeg.subarray(half))).toMatchObject({ state: 'verified' });
		expect(await published(photo.fileId)).toEqual({ state: 'published', code: null });

		const response = await servePhoto({ database: fresh.database, store, actor: scene.anna }, photo.fileId);
		expect(response.headers.get('content-security-policy')).toContain('sandbox');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('cache-control')).toBe('private, no-store');
		expect(await response.bytes()).toEqual(new Uint8Array(await readFile(store.published(photo.fileId))));
		const served = await sharp(store.published(photo.fileId)).metadata();
		expect(served).toMatchObject({ format: 'jpeg', width: 400, height: 300 });
		expect(served.exif).toBeUndefined();
		await expect(readFile(store.whole(photo.fileId))).rejects.toThrow('ENOENT');
	});

	it('[AT2] one of two writers at the same place wins, and the file is right', async () => {
		const photo = photoOf(jpeg);
		await announce(scene.mette, photo);
		const both = await Promise.all([0, 1].map(() => patch(scene.mette, photo.fileId, 0, jpeg)));
		expect(both.map((one) => one.status).toSorted()).toContain(204);
		for (const one of both) expect([204, 409]).toContain(one.status);
		expect(await published(photo.fileId)).toMatchObject({ state: 'published' });
	});

	it('[AT3] a chunk at the wrong place is told the right one', async () => {
		const photo = photoOf(jpeg);
		await announce(scene.mette, photo);
		await patch(scene.mette, photo.fileId, 0, jpeg.subarray(0, 100));
		expect(await patch(scene.mette, photo.fileId, 50, jpeg.subarray(50, 80))).toMatchObject({
			status: 409,
			code: 'offset_conflict',
			offset: 100
		});
	});

	it('[AT4] a chunk whose bytes are not its hash changes nothing', async () => {
		const photo = photoOf(jpeg);
		await announce(scene.mette, photo);
		expect(await patch(scene.mette, photo.fileId, 0, jpeg, digest(Buffer.from('other')))).toMatchObject({
			status: 409
		});
		expect(await status(scene.mette, photo.fileId)).toMatchObject({ offset: 0, state: 'expected' });
	});

	it('[AT5] goes on after a crash in the middle of a write, and begins anew when the disk lost what it had', async () => {
		const photo = photoOf(jpeg);
		await announce(scene.mette, photo);
		await patch(scene.mette, photo.fileId, 0, jpeg.subarray(0, 200));
		const part = store.whole(photo.fileId).replace('.whole', '.part');
		await writeFile(part, Buffer.concat([jpeg.subarray(0, 200), Buffer.from('half a chunk')]));
		await patch(scene.mette, photo.fileId, 200, jpeg.subarray(200, 300));
		expect(await readFile(part)).toEqual(jpeg.subarray(0, 300));

		await truncate(part, 10);
		expect(await patch(scene.mette, photo.fileId, 300, jpeg.subarray(300))).toMatchObject({ status: 409, offset: 0 });
		expect(await patch(scene.mette, photo.fileId, 0, jpeg)).toMatchObject({ state: 'verified' });
	});

	it('[AT5] ends a file whose last byte was written just before a crash', async () => {
		const photo = photoOf(jpeg);
		await announce(scene.mette, photo);
		await store.append(photo.fileId, 0, jpeg);
		await fresh.sql`update upload set verified_offset = size, state = 'receiving' where file_id = ${photo.fileId}`;
		expect(await status(scene.mette, photo.fileId)).toMatchObject({ state: 'verified' });
	});

	it('[AT6] a file of another hash than was announced is refused, and the case says so', async () => {
		const photo = { ...photoOf(jpeg), sha256: sha256('something else') };
		await announce(scene.mette, photo);
		expect(await patch(scene.mette, photo.fileId, 0, jpeg)).toMatchObject({ state: 'refused', code: 'photo_damaged' });
		expect(await status(scene.mette, photo.fileId)).toMatchObject({ state: 'refused', code: 'photo_damaged' });
	});

	it('[AT7] takes nothing for a file that nobody announced, or somebody else', async () => {
		const photo = photoOf(jpeg);
		expect(await patch(scene.mette, photo.fileId, 0, jpeg)).toMatchObject({ status: 404, code: 'not_found' });
		await announce(scene.mette, photo);
		expect(await status(scene.omar, photo.fileId)).toMatchObject({ status: 404, code: 'not_found' });
		expect(await patch(scene.stranger, photo.fileId, 0, jpeg)).toMatchObject({ status: 404 });
	});

	it('[AT8] refuses no bytes, more than was announced, 50 MB, and another content type', async () => {
		const photo = photoOf(jpeg);
		await announce(scene.mette, photo);
		const { fileId } = photo;
		expect(await patch(scene.mette, fileId, 0, new Uint8Array())).toMatchObject({ status: 422, code: 'photo_empty' });
		const more = Buffer.concat([jpeg, jpeg]);
		expect(await patch(scene.mette, fileId, 0, more)).toMatchObject({ status: 413, code: 'photo_too_large' });
		const huge = {
			'content-type': 'application/offset+octet-stream',
			'upload-offset': '0',
			'content-length': '52428800'
		};
		expect(await call(scene.mette, fileId, { method: 'PATCH', headers: huge, body: 'x' })).toMatchObject({
			status: 413,
			code: 'photo_too_large'
		});
		const form = { 'content-type': 'text/plain', 'upload-offset': '0' };
		expect(await call(scene.mette, fileId, { method: 'PATCH', headers: form, body: 'x' })).toMatchObject({
			status: 422
		});
		expect(await status(scene.mette, fileId)).toMatchObject({ offset: 0, state: 'expected' });
	});

	it('[AT9] a full disk keeps what has arrived and asks to come again', async () => {
		const photo = photoOf(jpeg);
		await announce(scene.mette, photo);
		const full: FileStore = {
			...store,
			append: async () => {
				throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
			}
		};
		const request = new Request('http://localhost/', {
			method: 'PATCH',
			headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
			body: new Uint8Array(jpeg)
		});
		const response = await answerUpload(
			{ database: fresh.database, store: full, actor: scene.mette },
			photo.fileId,
			request
		);
		expect(response.status).toBe(507);
		expect(await patch(scene.mette, photo.fileId, 0, jpeg)).toMatchObject({ state: 'verified' });
	});
});

describe('what is no photo', () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
	it.each<[string, () => Promise<Buffer> | Buffer, string]>([
		['a text', () => Buffer.from('This is no photo at all.'), 'photo_not_readable'],
		['an SVG', () => Buffer.from(svg), 'photo_not_readable'],
		['a GIF', () => Buffer.from(gif, 'base64'), 'photo_not_readable'],
		['half a JPEG', () => jpeg.subarray(0, jpeg.length / 2), 'photo_not_readable'],
		['more pixels than memory', () => bomb(), 'photo_too_large']
	])('[AT10] %s is refused and never served', async (_, make, code) => {
		const bytes = await make();
		const photo = photoOf(bytes);
		await announce(scene.mette, photo);
		expect(await patch(scene.mette, photo.fileId, 0, bytes)).toMatchObject({ state: 'verified' });
		expect(await published(photo.fileId)).toEqual({ state: 'refused', code });
		const response = await servePhoto({ database: fresh.database, store, actor: scene.mette }, photo.fileId);
		expect(response.status).toBe(404);
	});
	const gif = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
	const bomb = () =>
		sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#000' } })
			.png({ compressionLevel: 9 })
			.toBuffer();
});

describe('who sees a photo', () => {
	it('[AT11] a colleague at the shop does; in home care, of a private case or next door nobody but owner and desk', async () => {
		const sees = async (actor: Actor, fileId: string) =>
			(await servePhoto({ database: fresh.database, store, actor }, fileId)).status === 200;
		const send = async (by: Actor, change: Partial<Report> = {}) => {
			const photo = photoOf(jpeg);
			await announce(by, photo, change);
			await patch(by, photo.fileId, 0, jpeg);
			await published(photo.fileId);
			return photo.fileId;
		};
		const { mette, omar, sofie, karl, anna, stranger } = scene;
		const table = [
			[await send(mette), [mette, omar, anna]],
			[await send(mette, { topic: 'password' }), [mette, anna]],
			[await send(sofie), [sofie, anna]]
		] as const;
		for (const [fileId, readers] of table)
			for (const actor of [mette, omar, sofie, karl, anna, stranger])
				expect([actor.name, await sees(actor, fileId)]).toEqual([actor.name, readers.some((one) => one === actor)]);
	});
});
