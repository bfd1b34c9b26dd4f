import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDisk } from '#lib/server/media/disk.ts';
import { deviceOf, openScene, photoOf, reportBy, type Scene } from '#lib/sync/server/fixtures.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { killedNode } from '#tests/killed-node.ts';

let fresh: FreshDatabase;
let scene: Scene;
let dataDir: string;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
	dataDir = await mkdtemp(join(tmpdir(), 'athand-killed-'));
});
afterAll(async () => {
	await fresh.close();
	await rm(dataDir, { recursive: true, force: true });
});

it('[SV15] a node killed with -9 in the middle of pushes and of uploads: all once, what was acknowledged is there', async () => {
	const device = deviceOf(scene.mette);
	const bytes = Array.from({ length: 3 }, () => randomBytes(700_000));
	const photos = bytes.map(photoOf);
	const payloads = photos.map((photo) => reportBy(scene.mette, { photos: [photo] }));
	const items = [...payloads, ...Array.from({ length: 17 }, () => reportBy(scene.mette))].map((payload) =>
		device.item('ticket.report', payload)
	);
	const files = photos.map(({ fileId }, i) => ({ fileId, base64: bytes[i]!.toString('base64') }));
	const work = { url: fresh.url, dataDir, actor: scene.mette, items, files };

	let kills = 0;
	for (let isDone = false, afterWords = 4; !isDone; afterWords += 5) {
		const node = await killedNode(work, afterWords);
		({ isDone } = node);
		if (!isDone) kills++;
		const acknowledged = items.map(({ mutationId }) => mutationId).filter((id) => node.words.includes(id));
		const [kept] = await fresh.sql`select count(*)::int as n from sync_mutation
			where mutation_id = any (${acknowledged}::uuid[]) and status = 'applied'`;
		expect(kept!.n).toBe(acknowledged.length);
	}
	expect(kills).toBeGreaterThan(2);
	const [found] =
		await fresh.sql`select count(*)::int as events, count(distinct ticket_id)::int as tickets from ticket_event`;
	expect(found).toEqual({ events: items.length, tickets: items.length });
	for (const [i, { fileId }] of photos.entries()) {
		const [upload] = await fresh.sql`select state, verified_offset from upload where file_id = ${fileId}`;
		expect(upload).toMatchObject({ state: 'verified', verified_offset: 700_000 });
		const place = { organisationId: scene.organisationId, fileId };
		expect(await openDisk(dataDir).original(place)).toEqual(bytes[i]);
	}
}, 120_000);
