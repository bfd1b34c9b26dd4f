import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/roles.ts';
import { offsetOf, openUploads, someBytes, type Wire } from './fixtures.ts';

let uploads: Awaited<ReturnType<typeof openUploads>>;
let mette: Actor;
let wire: Wire;
beforeAll(async () => {
	uploads = await openUploads();
	mette = uploads.scene.mette;
	wire = uploads.wire(mette);
});
afterAll(() => uploads.close());

const bytes = someBytes(2_500_000);
const path = (folder: string, id: string) => join(uploads.dataDir, 'uploads', mette.organisationId, folder, id);
const codeOf = (response: Response) => [response.status, response.headers.get('Upload-Code')];
const isWhole = (id: string, expected: Uint8Array) => Buffer.compare(readFileSync(path('whole', id)), expected) === 0;

describe('the wire', () => {
	it('[AT1] takes a file in chunks and verifies it at the last byte', async () => {
		const id = await uploads.announced(mette, bytes);
		const before = await wire.head(id);
		expect([before.status, offsetOf(before), before.headers.get('Upload-State')]).toEqual([200, 0, 'expected']);
		expect(before.headers.get('Upload-Length')).toBe('2500000');

		const first = await wire.patch(id, 0, bytes.slice(0, 1_000_000));
		expect([first.status, offsetOf(first), first.headers.get('Upload-State')]).toEqual([204, 1_000_000, 'receiving']);
		const last = await wire.rest(id, bytes);
		expect([last.status, offsetOf(last), last.headers.get('Upload-State')]).toEqual([204, 2_500_000, 'verified']);
		expect(isWhole(id, bytes)).toBe(true);
		expect(offsetOf(await wire.head(id))).toBe(2_500_000);
	});

	it('[AT2] refuses a wrong offset and says where the file is', async () => {
		const id = await uploads.announced(mette, bytes);
		await wire.patch(id, 0, bytes.slice(0, 1_000));
		for (const offset of [0, 999, 1_001, 2_499_999])
			expect(codeOf(await wire.patch(id, offset, bytes.slice(0, 10)))).toEqual([409, 'offset_conflict']);
		expect(offsetOf(await wire.head(id))).toBe(1_000);
	});

	it('[AT3] keeps nothing of a chunk that changed on its way, and is silent on codes so that it is sent again', async () => {
		const id = await uploads.announced(mette, bytes);
		const other = { 'Upload-Checksum': `sha256 ${createHash('sha256').update('other').digest('base64')}` };
		expect(codeOf(await wire.patch(id, 0, bytes.slice(0, 1_000), other))).toEqual([460, null]);
		expect(existsSync(path('receiving', id))).toBe(false);
		expect(offsetOf(await wire.head(id))).toBe(0);
	});

	it('[AT4] does not take requests that cannot be meant: no bytes, no type, no checksum, too many bytes', async () => {
		const id = await uploads.announced(mette, bytes);
		const chunk = bytes.slice(0, 1_000);
		expect(codeOf(await wire.patch(id, 0, new Uint8Array()))).toEqual([400, null]);
		expect(codeOf(await wire.patch(id, 0, chunk, { 'Content-Type': 'image/jpeg' }))).toEqual([415, null]);
		expect(codeOf(await wire.patch(id, 0, chunk, { 'Upload-Checksum': 'md5 abc' }))).toEqual([400, null]);
		expect(codeOf(await wire.patch(id, 0, chunk, { 'Upload-Offset': '-1' }))).toEqual([400, null]);
		expect(codeOf(await wire.patch(id, 0, chunk, { 'Tus-Resumable': '0.2.2' }))).toEqual([412, null]);
		expect(codeOf(await wire.patch(id, 0, chunk, { 'Sec-Fetch-Site': 'cross-site' }))).toEqual([403, null]);
		expect(codeOf(await wire.patch(id, 0, someBytes(4_000_001)))).toEqual([413, null]);
		const small = await uploads.announced(mette, bytes.slice(0, 10));
		expect(codeOf(await wire.patch(small, 0, bytes.slice(0, 11)))).toEqual([413, 'photo_too_large']);
		expect(offsetOf(await wire.head(id))).toBe(0);
	});

	it('[AT5] knows a file only for who announced it', async () => {
		const id = await uploads.announced(mette, bytes);
		const { omar, anna, stranger } = uploads.scene;
		for (const other of [omar, anna, stranger]) {
			expect(codeOf(await uploads.wire(other).head(id))).toEqual([404, 'not_found']);
			expect(codeOf(await uploads.wire(other).patch(id, 0, bytes.slice(0, 10)))).toEqual([404, 'not_found']);
		}
		expect(codeOf(await wire.head(crypto.randomUUID()))).toEqual([404, 'not_found']);
		expect(codeOf(await wire.head('..%2f..%2fetc'))).toEqual([404, 'not_found']);
	});

	it('[AT6] asks to sign in and keeps what is there', async () => {
		const id = await uploads.announced(mette, bytes);
		await wire.patch(id, 0, bytes.slice(0, 1_000_000));
		expect(codeOf(await uploads.wire(null).head(id))).toEqual([401, 'signed_out']);
		expect(codeOf(await uploads.wire(null).patch(id, 1_000_000, bytes.slice(1_000_000)))).toEqual([401, 'signed_out']);
		expect((await wire.rest(id, bytes)).headers.get('Upload-State')).toBe('verified');
	});

	it('[AT7] lets one of many writers at one place win; the others try again', async () => {
		const id = await uploads.announced(mette, bytes);
		const chunks = Array.from({ length: 8 }, () => wire.patch(id, 0, bytes.slice(0, 1_000_000)));
		const answers = (await Promise.all(chunks)).map(({ status }) => status);
		expect(answers.filter((status) => status === 204)).toHaveLength(1);
		expect(answers.filter((status) => status === 423 || status === 409)).toHaveLength(7);
		await wire.rest(id, bytes);
		expect(isWhole(id, bytes)).toBe(true);
	});

	it('[AT8] takes 50 MB', { timeout: 60_000 }, async () => {
		const large = someBytes(50_000_000, 7);
		const id = await uploads.announced(mette, bytes);
		const sha256 = createHash('sha256').update(large).digest('hex');
		await uploads.sql`update upload set size = ${large.length}, sha256 = ${sha256} where file_id = ${id}`;
		expect((await wire.rest(id, large, 4_000_000)).headers.get('Upload-State')).toBe('verified');
		expect(isWhole(id, large)).toBe(true);
	});

	it('[AT26] says that the disk is full, not that the photo is bad', async () => {
		const id = await uploads.announced(mette, bytes);
		const append = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
		const full = await uploads.wire(mette, { disk: { ...uploads.disk, append } }).patch(id, 0, bytes.slice(0, 1_000));
		expect(codeOf(full)).toEqual([507, 'server_storage_full']);
		expect(full.headers.get('Retry-After')).toBe('60');
		expect((await wire.rest(id, bytes)).headers.get('Upload-State')).toBe('verified');
	});
});

describe('after a crash', () => {
	it('[AT9] cuts off a tail that was written and not committed', async () => {
		const id = await uploads.announced(mette, bytes);
		await wire.patch(id, 0, bytes.slice(0, 1_000_000));
		appendFileSync(path('receiving', id), Buffer.alloc(700_000, 0xff));
		expect(offsetOf(await wire.head(id))).toBe(1_000_000);
		await wire.patch(id, 1_000_000, bytes.slice(1_000_000, 1_000_100));
		expect(statSync(path('receiving', id)).size).toBe(1_000_100);
		await wire.rest(id, bytes);
		expect(isWhole(id, bytes)).toBe(true);
	});

	it('[AT10] goes on from the end of a file that lost its tail', async () => {
		const id = await uploads.announced(mette, bytes);
		await wire.patch(id, 0, bytes.slice(0, 2_000_000));
		truncateSync(path('receiving', id), 1_234_567);
		expect(offsetOf(await wire.head(id))).toBe(1_234_567);
		await wire.rest(id, bytes);
		expect(isWhole(id, bytes)).toBe(true);
	});

	it('[AT11] asks once more for bytes that the disk turned into zeros, then gives the photo up', async () => {
		const id = await uploads.announced(mette, bytes);
		const spoil = async () => {
			await wire.patch(id, 0, bytes.slice(0, 2_000_000));
			writeFileSync(path('receiving', id), Buffer.alloc(1_000), { flag: 'r+' });
			return wire.patch(id, 2_000_000, bytes.slice(2_000_000));
		};
		expect(codeOf(await spoil())).toEqual([409, 'offset_conflict']);
		expect(offsetOf(await wire.head(id))).toBe(0);
		expect((await wire.rest(id, bytes)).headers.get('Upload-State')).toBe('verified');

		const lost = await uploads.announced(mette, bytes, { sha256: '0'.repeat(64) });
		expect(codeOf(await wire.rest(lost, bytes))).toEqual([409, 'offset_conflict']);
		expect(codeOf(await wire.rest(lost, bytes))).toEqual([422, 'photo_damaged']);
		expect(await uploads.row(lost)).toMatchObject({ state: 'refused', code: 'photo_damaged', verified_offset: 0 });
		expect(existsSync(path('receiving', lost))).toBe(false);
	});

	it('[AT12] looks at the hash when it is asked, if the crash came before or after the file had its new name', async () => {
		for (const folder of ['receiving', 'whole']) {
			const id = await uploads.announced(mette, bytes);
			await wire.rest(id, bytes);
			// As the crash leaves it: all bytes committed, the end not.
			await uploads.sql`update upload set state = 'receiving' where file_id = ${id}`;
			if (folder === 'receiving') renameSync(path('whole', id), path('receiving', id));
			const asked = await wire.head(id);
			expect([offsetOf(asked), asked.headers.get('Upload-State')]).toEqual([2_500_000, 'verified']);
			expect(isWhole(id, bytes)).toBe(true);
		}
	});
});
