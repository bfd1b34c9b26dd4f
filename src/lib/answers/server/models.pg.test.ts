import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { createEngine } from '../engine.ts';
import { decode } from '../model.ts';
import { modelFor, settled, type Place } from './models.ts';

const shops = '019aa000-0000-7000-8000-000000000001';
const care = '019aa000-0000-7000-8000-000000000002';
const folder = mkdtempSync(join(tmpdir(), 'athand-models-'));
let fresh: FreshDatabase;
let place: Place;

beforeAll(async () => {
	fresh = await freshDatabase();
	place = { database: fresh.database, dataDir: folder, contentDir: join(folder, 'content'), isTraining: true };
	mkdirSync(join(folder, 'content', 'questions'), { recursive: true });
	const asked = ['paper jam', 'the paper is stuck', 'printer eats paper', 'no lunch here'];
	const lines = asked.map((q, n) => JSON.stringify({ q, guide: n < 3 ? 'printer' : null }));
	writeFileSync(join(folder, 'content', 'questions', 'en.jsonl'), [...lines, ...lines].join('\n'));
	for (const id of [shops, care])
		await fresh.sql`insert into organisation (id, name, slug, time_zone, locale) values (${id}, ${id}, ${id}, 'Europe/Copenhagen', 'da')`;
	await publish('printer', 'Clear a paper jam');
});
afterAll(async () => {
	await fresh.close();
	rmSync(folder, { recursive: true });
});

async function publish(id: string, title: string): Promise<void> {
	const text = {
		title,
		summary: title,
		keywords: [title],
		steps: [{ text: title, html: null, caution: null }],
		ending: null
	};
	await fresh.sql`
		insert into guide (organisation_id, id, category, audience, service, body, source_sha256, version, published_at)
		values (${shops}, ${id}, 'printing', '{all}', 'printing', ${fresh.sql.json({ id, texts: { en: text } })}, '', 1, now())`;
}

const made = async () => {
	await modelFor(place, shops, ['en']);
	await settled();
	return modelFor(place, shops, ['en']);
};
const guidesIn = (gzipped: Uint8Array | undefined) => decode(gunzipSync(gzipped!))?.head.guides;

it('is made when it is first asked for, and is there the next time', async () => {
	expect(await modelFor(place, shops, ['en'])).toBeNull();
	await settled();
	const model = decode(gunzipSync((await modelFor(place, shops, ['en']))!.gzipped));
	expect(createEngine(model!).ask('paper is stuck', 'en').guides[0]?.guideId).toBe('printer');
});

it('is made again when a guide was published, and not before', async () => {
	const before = await made();
	expect((await made())?.version).toBe(before?.version);
	await publish('lock', 'Open the lock');
	const after = await made();
	expect(after?.version).not.toBe(before?.version);
	expect(guidesIn(after?.gzipped)).toEqual(['lock', 'printer']);
});

it('is of one organisation', async () => {
	await modelFor(place, care, ['en']);
	await settled();
	expect(guidesIn((await modelFor(place, care, ['en']))?.gzipped)).toEqual([]);
});

it('is made anew where its file was damaged', async () => {
	const { version } = (await made())!;
	const at = join(folder, 'answers', shops);
	for (const name of readdirSync(at)) writeFileSync(join(at, name), 'half a file');
	expect(await modelFor(place, shops, ['en'])).toBeNull();
	expect((await made())?.version).toBe(version);
});

it('is left to others where this node does not learn', async () => {
	await publish('till', 'Start the till');
	const idle = { ...place, isTraining: false };
	const before = await modelFor(idle, shops, ['en']);
	await settled();
	expect((await modelFor(idle, shops, ['en']))?.version).toBe(before?.version);
});
