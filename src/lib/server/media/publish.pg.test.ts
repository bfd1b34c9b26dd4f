import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { bomb } from '#lib/domain/photo/fixtures.ts';
import { clean } from './clean.ts';
import { openUploads, phonePhoto, someBytes, type Wire } from './fixtures.ts';
import { publish, publishWaiting } from './publish.ts';

let uploads: Awaited<ReturnType<typeof openUploads>>;
let mette: Actor;
let wire: Wire;
beforeAll(async () => {
	uploads = await openUploads();
	mette = uploads.scene.mette;
	wire = uploads.wire(mette);
});
afterAll(() => uploads.close());

const dir = (folder: string) => join(uploads.dataDir, 'uploads', mette.organisationId, folder);
const place = (fileId: string) => ({ organisationId: mette.organisationId, fileId });

async function sent(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const id = await uploads.announced(mette, bytes);
	expect((await wire.rest(id, bytes)).headers.get('Upload-State')).toBe('verified');
	return id;
}

async function outcomeOf(bytes: Uint8Array<ArrayBuffer>) {
	const id = await sent(bytes);
	await publishWaiting(uploads);
	const { state, code } = await uploads.row(id);
	return { id, state, code };
}

describe('a photo', () => {
	it('[AT13] is upright, without place, device and owner, and has a small copy', async () => {
		const photo = await phonePhoto();
		expect((await sharp(photo).metadata()).exif).toBeDefined();
		expect(Buffer.from(photo).includes('Mette Holm')).toBe(true);

		const { id, state } = await outcomeOf(photo);
		expect(state).toBe('published');
		expect((await uploads.row(id)).detail).toEqual({ width: 300, height: 400 });
		const full = (await uploads.disk.photo(place(id), 'full'))!;
		const { exif, xmp, iptc, icc, format, width, height } = await sharp(full).metadata();
		expect({ exif, xmp, iptc, icc, format, width, height }).toEqual({ format: 'jpeg', width: 300, height: 400 });
		expect(full.includes('Mette Holm')).toBe(false);
		const thumb = await sharp((await uploads.disk.photo(place(id), 'thumb'))!).metadata();
		expect([thumb.width, thumb.height, thumb.exif]).toEqual([240, 320, undefined]);
		expect(existsSync(join(dir('whole'), id))).toBe(false);
	});

	it('[AT13] may be PNG or WebP', async () => {
		const drawn = sharp({ create: { width: 50, height: 40, channels: 4, background: '#0000' } });
		for (const format of ['png', 'webp'] as const)
			expect(await outcomeOf(new Uint8Array(await drawn.toFormat(format).toBuffer()))).toMatchObject({
				state: 'published'
			});
	});

	it('[AT14] loses what was hidden behind its pixels', async () => {
		const hidden = Buffer.from('<script>alert(1)</script>PK\x03\x04');
		const { id, state } = await outcomeOf(new Uint8Array(Buffer.concat([await phonePhoto(), hidden])));
		expect(state).toBe('published');
		expect((await uploads.disk.photo(place(id), 'full'))!.includes('<script>')).toBe(false);
	});
});

describe('[AT15] what is no photo', () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
	const gif = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).gif();
	const tiff = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).tiff();
	const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), someBytes(500)]);
	const cases: [string, () => Promise<Buffer> | Buffer, ErrorCode?][] = [
		['an SVG that is called JPEG', () => Buffer.from(svg)],
		[
			'an SVG behind the first bytes of a JPEG',
			() => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)])
		],
		['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
		['a GIF', () => gif.toBuffer()],
		['a TIFF', () => tiff.toBuffer()],
		['a HEIC', () => heic, 'photo_heic'],
		['half a photo', async () => Buffer.from(await phonePhoto()).subarray(0, 3_000), 'photo_damaged'],
		['a picture of 900 million pixels in 100 bytes', () => Buffer.from(bomb(30_000, 30_000)), 'photo_too_large'],
		['a program', () => Buffer.from('\x7fELF' + 'x'.repeat(100))]
	];
	it.each(cases)('is refused and shown to nobody: %s', async (_, bytes, why = 'photo_not_readable') => {
		const { id, state, code } = await outcomeOf(new Uint8Array(await bytes()));
		expect({ state, code }).toEqual({ state: 'refused', code: why });
		expect(await uploads.disk.photo(place(id), 'full')).toBeNull();
		expect(existsSync(join(dir('whole'), id))).toBe(false);
		const { headers } = await wire.head(id);
		expect([headers.get('Upload-State'), headers.get('Upload-Code')]).toEqual(['refused', why]);
	});
});

describe('the job', () => {
	it('[AT16] is done once, whoever begins it, and tells those who hold the case', async () => {
		const id = await sent(await phonePhoto());
		const { ticket_id: ticketId } = await uploads.row(id);
		const told = async () =>
			(await uploads.sql`select scopes from change_log where row_id = ${ticketId} order by position`).map(
				(r) => r.scopes
			);
		const before = await told();
		await Promise.all([publishWaiting(uploads), publishWaiting(uploads), publishWaiting(uploads)]);
		expect(await uploads.row(id)).toMatchObject({ state: 'published' });
		expect(await told()).toEqual([...before, before[0]]);
	});

	it('[AT17] gives up a photo that took the node down each time, and none that only waited for space', async () => {
		const id = await sent(await phonePhoto());
		await uploads.sql`update upload set detail = '{"begun": 4}' where file_id = ${id}`;
		await publishWaiting(uploads);
		expect(await uploads.row(id)).toMatchObject({ state: 'refused', code: 'photo_not_readable' });

		const patient = await sent(await phonePhoto());
		const full = { ...uploads.disk, putPhoto: () => Promise.reject(new Error('ENOSPC')) };
		for (let i = 0; i < 6; i++)
			await expect(publish({ ...uploads, disk: full }, place(patient))).rejects.toThrow('ENOSPC');
		expect(await uploads.row(patient)).toMatchObject({ state: 'verified' });
		await publishWaiting(uploads);
		expect(await uploads.row(patient)).toMatchObject({ state: 'published' });
	});
});

describe('once a day', () => {
	const days = (count: number) => Date.now() + count * 24 * 60 * 60_000;

	it('[AT18] lets go of bytes after 30 days without any, and takes them anew', async () => {
		const bytes = someBytes(5_000);
		const id = await uploads.announced(mette, bytes);
		await wire.patch(id, 0, bytes.slice(0, 1_000));
		await clean(uploads.database, uploads.dataDir, days(29));
		expect(await uploads.row(id)).toMatchObject({ state: 'receiving', verified_offset: 1_000 });
		await clean(uploads.database, uploads.dataDir, days(31));
		expect(await uploads.row(id)).toMatchObject({ state: 'expected', verified_offset: 0 });
		expect(existsSync(join(dir('receiving'), id))).toBe(false);
		expect((await wire.rest(id, bytes)).headers.get('Upload-State')).toBe('verified');
	});

	it('[AT19] removes files of which no row knows, but not before a restored database could have heard of them', async () => {
		const orphan = join(dir('photos'), `${crypto.randomUUID()}.jpg`);
		mkdirSync(dir('photos'), { recursive: true });
		writeFileSync(orphan, 'x');
		await clean(uploads.database, uploads.dataDir);
		expect(existsSync(orphan)).toBe(true);
		utimesSync(orphan, days(-31) / 1000, days(-31) / 1000);
		await clean(uploads.database, uploads.dataDir);
		expect(existsSync(orphan)).toBe(false);
	});

	it.each([
		['only expects', { state: 'expected', verified_offset: 0 }],
		['holds a part of', { state: 'receiving', verified_offset: 1 }]
	])('[AT19] finds the photo again that a restored database %s', async (_, was) => {
		const { id } = await outcomeOf(await phonePhoto());
		await uploads.sql`update upload set ${uploads.sql({ ...was, detail: '{}' })} where file_id = ${id}`;
		for (const name of readdirSync(dir('photos')).filter((one) => one.startsWith(id)))
			utimesSync(join(dir('photos'), name), days(-2) / 1000, days(-2) / 1000);
		await clean(uploads.database, uploads.dataDir);
		await publishWaiting(uploads);
		expect(await uploads.row(id)).toMatchObject({ state: 'published', detail: { width: 300, height: 400 } });
		expect(readdirSync(dir('photos')).filter((name) => name.startsWith(id))).toHaveLength(2);
	});
});
