import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import type { Actor } from '#lib/domain/roles.ts';
import { openUploads, phonePhoto } from './fixtures.ts';
import { publishWaiting } from './publish.ts';
import { view } from './view.ts';

let uploads: Awaited<ReturnType<typeof openUploads>>;
beforeAll(async () => {
	uploads = await openUploads();
});
afterAll(() => uploads.close());

const seenBy = (actor: Actor | null, id: string, size: 'full' | 'thumb' = 'full') =>
	view(id, size, { ...uploads, actor });
const statusFor = async (actor: Actor | null, id: string) => (await seenBy(actor, id)).status;

async function published(actor: Actor, isPrivate = false): Promise<string> {
	const bytes = await phonePhoto(800, 600);
	const id = await uploads.announced(actor, bytes, {}, isPrivate);
	await uploads.wire(actor).rest(id, bytes);
	await publishWaiting(uploads);
	return id;
}

describe('a photo of a case', () => {
	it('[AT20] from a shop is for the reporter, the colleagues there and the desk', async () => {
		const { mette, omar, anna, sofie, stranger } = uploads.scene;
		const id = await published(mette);
		for (const actor of [mette, omar, anna]) expect(await statusFor(actor, id)).toBe(200);
		for (const actor of [sofie, stranger, null]) expect(await statusFor(actor, id)).toBe(404);
	});

	it('[AT20] from home care is not for colleagues', async () => {
		const { sofie, karl, anna, mette } = uploads.scene;
		const id = await published(sofie);
		for (const actor of [sofie, anna]) expect(await statusFor(actor, id)).toBe(200);
		for (const actor of [karl, mette]) expect(await statusFor(actor, id)).toBe(404);
	});

	it('[AT20] of a private case is not for colleagues', async () => {
		const { mette, omar, anna } = uploads.scene;
		const id = await published(mette, true);
		for (const actor of [mette, anna]) expect(await statusFor(actor, id)).toBe(200);
		expect(await statusFor(omar, id)).toBe(404);
	});

	it('[AT21] is not there before it was rewritten, and looks like one that never was', async () => {
		const { mette, stranger } = uploads.scene;
		const bytes = await phonePhoto();
		const id = await uploads.announced(mette, bytes);
		expect(await statusFor(mette, id)).toBe(404);
		await uploads.wire(mette).rest(id, bytes);
		const [waiting, never, foreign] = await Promise.all([
			seenBy(mette, id),
			seenBy(mette, crypto.randomUUID()),
			seenBy(stranger, await published(mette))
		]);
		const all = [waiting, never, foreign].map(({ status, headers }) => [status, Object.fromEntries(headers)]);
		expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
		expect(await statusFor(mette, '../../etc/passwd')).toBe(404);
	});

	it('[AT22] is served as a picture that can do nothing and is kept by nobody', async () => {
		const { mette } = uploads.scene;
		const id = await published(mette);
		const { headers } = await seenBy(mette, id);
		expect(Object.fromEntries(headers)).toMatchObject({
			'content-type': 'image/jpeg',
			'content-disposition': 'inline; filename="photo.jpg"',
			'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
			'cross-origin-resource-policy': 'same-origin'
		});
		const thumb = await sharp(await (await seenBy(mette, id, 'thumb')).arrayBuffer()).metadata();
		expect(thumb.height).toBe(320);
	});

	it('[AT23] leaves a line in the audit log each time it is seen, and none when it is not', async () => {
		const { sofie, karl, anna } = uploads.scene;
		const id = await published(sofie);
		await seenBy(anna, id);
		await seenBy(anna, id, 'thumb');
		await seenBy(karl, id);
		const lines =
			await uploads.sql`select actor_id, detail from audit_entry where action = 'photo.viewed' and subject = ${id} order by id`;
		expect(lines.map(({ actor_id, detail }) => [actor_id, detail.size])).toEqual([
			[anna.personId, 'full'],
			[anna.personId, 'thumb']
		]);
	});
});
