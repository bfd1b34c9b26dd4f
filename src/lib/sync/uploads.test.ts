import { describe, expect, it } from 'vitest';
import { pushBatch } from './push.ts';
import { save } from './save.ts';
import { answering } from './test-server.ts';
import { newReport, testLocal, testPhoto, type TestLocal } from './test-local.ts';
import { NoAnswer, Refusal, type Upload, type UploadStatus } from './transport.ts';
import { uploadAll } from './uploads.ts';

const never = () => false;
const fileOf = async (local: TestLocal) => (await local.store.read((tx) => tx.all('file')))[0];
const chunksOf = (local: TestLocal) => local.store.read((tx) => tx.all('chunk'));

async function withPhoto(bytes = 2_500_000) {
	const local = testLocal();
	const photo = await testPhoto(bytes);
	await save(local, 'ticket.report', newReport(), { photos: [photo] });
	await pushBatch(local, answering().push);
	return { local, photo };
}

/** A server that holds bytes and verifies; cuts the connection after as many chunks as the test says. */
function receiver(size: number, { cutAfter = Infinity } = {}) {
	const received: number[] = [];
	let offset = 0;
	const status = async (): Promise<UploadStatus> => ({ offset, state: offset === size ? 'verified' : 'receiving' });
	const upload: Upload = {
		status,
		async send(_, at, bytes) {
			if (received.length === cutAfter) {
				cutAfter = Infinity;
				throw new NoAnswer('cut');
			}
			expect(at).toBe(offset);
			offset += bytes.byteLength;
			received.push(bytes.byteLength);
			return status();
		}
	};
	return { upload, received };
}

describe('an upload', () => {
	it('[UP1] does not begin before the text that names the photo has arrived', async () => {
		const local = testLocal();
		await save(local, 'ticket.report', newReport(), { photos: [await testPhoto(1_000)] });
		const { upload, received } = receiver(1_000);
		await uploadAll(local, upload, never);
		expect(received).toEqual([]);
	});

	it('[UP2] sends chunks, drops them when the whole is verified and keeps the thumbnail', async () => {
		const { local, photo } = await withPhoto();
		const { upload, received } = receiver(photo.size);
		expect(await uploadAll(local, upload, never)).toBe('done');
		expect(received).toEqual([1_000_000, 1_000_000, 500_000]);
		expect(await chunksOf(local)).toEqual([]);
		expect(await fileOf(local)).toMatchObject({ state: 'verified', offset: photo.size, thumbnail: photo.thumbnail });
	});

	it('[UP3] goes on where the server is after a cut, with progress written down', async () => {
		const { local, photo } = await withPhoto();
		const { upload, received } = receiver(photo.size, { cutAfter: 2 });
		await expect(uploadAll(local, upload, never)).rejects.toBeInstanceOf(NoAnswer);
		expect(await fileOf(local)).toMatchObject({ state: 'sending', offset: 2_000_000 });
		await uploadAll(local, upload, never);
		expect(received).toEqual([1_000_000, 1_000_000, 500_000]);
	});

	it('[UP3] follows a server that has fewer bytes than before', async () => {
		const { local, photo } = await withPhoto(1_500_000);
		const sent: [number, number][] = [];
		let offset = 700_000;
		const upload: Upload = {
			status: async () => ({ offset, state: 'receiving' }),
			async send(_, at, bytes) {
				sent.push([at, bytes.byteLength]);
				offset = at + bytes.byteLength;
				return { offset, state: offset === photo.size ? 'verified' : 'receiving' };
			}
		};
		await uploadAll(local, upload, never);
		expect(sent).toEqual([
			[700_000, 300_000],
			[1_000_000, 500_000]
		]);
	});

	it.each([
		['changed', (bytes: ArrayBuffer) => new Uint8Array(bytes).map((byte) => byte ^ 1).buffer],
		['emptied', () => new ArrayBuffer(0)]
	])('[UP4] never sends bytes that were %s on the device, and asks for the photo again', async (_, damage) => {
		const { local, photo } = await withPhoto();
		await local.store.write(async (tx) => {
			const second = (await tx.all('chunk')).find(({ index }) => index === 1)!;
			await tx.put('chunk', { ...second, bytes: damage(second.bytes) });
		});
		const { upload, received } = receiver(photo.size);
		await uploadAll(local, upload, never);
		expect(received).toEqual([1_000_000]);
		expect(await fileOf(local)).toMatchObject({ state: 'damaged', code: 'photo_damaged' });
	});

	it('[UP5] keeps the bytes until the server says verified', async () => {
		const { local, photo } = await withPhoto(1_000);
		const status = async (): Promise<UploadStatus> => ({ offset: photo.size, state: 'receiving' });
		await uploadAll(local, { status, send: status }, never);
		expect(await chunksOf(local)).toHaveLength(1);
	});

	it('[UP5] says so when the server refuses a photo, and goes on with the next', async () => {
		const { local } = await withPhoto(1_000);
		const status = () => Promise.reject(new Refusal('photo_too_large'));
		expect(await uploadAll(local, { status, send: status }, never)).toBe('done');
		expect(await fileOf(local)).toMatchObject({ state: 'refused', code: 'photo_too_large' });
	});

	it('[UP6] lets text go first: it stops between two chunks', async () => {
		const { local, photo } = await withPhoto();
		const { upload, received } = receiver(photo.size);
		expect(await uploadAll(local, upload, () => received.length === 1)).toBe('interrupted');
		expect(received).toEqual([1_000_000]);
	});
});
