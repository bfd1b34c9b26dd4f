import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportFile } from '#lib/domain/guide/folders.ts';
import { starterFiles, starterServices } from '#lib/guides/fixtures.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { openOwner } from '#lib/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { importGuides } from './import.ts';
import { countOutcome, guideRows } from './repository.ts';
import { fillGuides } from './starter.ts';
import { openVideos } from './videos.ts';

const shops = '019aa000-0000-7000-8000-000000000001';
const care = '019aa000-0000-7000-8000-000000000002';
const here = '019aa000-0000-7000-8000-0000000000d1';
const there = '019aa000-0000-7000-8000-0000000000d2';

const dataDir = mkdtempSync(join(tmpdir(), 'athand-videos-'));
const videos = openVideos(dataDir);
let fresh: FreshDatabase;
let starter: ImportFile[];
beforeAll(async () => {
	fresh = await freshDatabase();
	starter = starterFiles();
	for (const id of [shops, care]) {
		await fresh.sql`insert into organisation (id, name, slug, time_zone, locale) values (${id}, ${id}, ${id}, 'Europe/Copenhagen', 'da')`;
		for (const code of starterServices)
			await fresh.sql`insert into service (id, organisation_id, code, names) values (gen_random_uuid(), ${id}, ${code}, '{}')`;
	}
});
afterAll(async () => {
	await fresh.close();
	rmSync(dataDir, { recursive: true });
});

const importing = (files: ImportFile[], options: Partial<Parameters<typeof importGuides>[2]> = {}) =>
	fresh.database.withOrganisations([options.organisationId ?? shops], (tx) =>
		importGuides(tx, files, { organisationId: shops, videos, ...options })
	);
const changes = async () =>
	(await fresh.sql`select count(*)::int as n from change_log where kind = 'guide' and organisation_id = ${shops}`)[0]!
		.n;
const text = (file: ImportFile) => new TextDecoder().decode(file.bytes);
const changed = (path: string, change: (text: string) => string) =>
	starter.map((file) =>
		file.path.endsWith(path) ? { ...file, bytes: new TextEncoder().encode(change(text(file))) } : file
	);
const row = (id: string, departmentId = here) =>
	fresh.database.withOrganisations([shops], async (tx) =>
		(await guideRows(tx, { organisationId: shops, departmentId }, [id])).get(id)
	);

describe('importing guides', () => {
	it('takes all of the starter content without a single problem', async () => {
		const preview = await importing(starter, { isPreview: true });
		expect(preview.problems).toEqual([]);
		expect(preview.added).toHaveLength(112);
		expect(await changes()).toBe(0);

		expect(await importing(starter)).toEqual(preview);
		expect(await changes()).toBe(112);
		expect((await row('handheld-cradle'))!.texts.da!.steps[4]).toEqual({
			text: 'Tør metalkontakterne på enhed og station med en tør klud.',
			html: null,
			caution: 'Brug ikke vand eller metal.'
		});
	});

	it('keeps the videos of guides, and gives them in parts to whoever belongs here', async () => {
		const { video } = (await row('handheld-cradle'))!;
		expect(video).toMatchObject({
			seconds: 14,
			sources: [{ type: 'video/webm; codecs="vp9"' }, { type: expect.stringContaining('mp4') }]
		});
		const { file, bytes } = video!.sources[0]!;
		const source = readFileSync('content/guides/handheld-cradle/video.webm');
		const mette = { organisationId: shops } as Actor;
		const part = await videos.show(file, 'bytes=4-9', mette);
		expect(part.status).toBe(206);
		expect(part.headers.get('content-range')).toBe(`bytes 4-9/${bytes}`);
		expect(Buffer.from(await part.arrayBuffer())).toEqual(source.subarray(4, 10));
		const whole = await videos.show(file, null, mette);
		expect(Buffer.from(await whole.arrayBuffer())).toEqual(source);

		const others = [null, { organisationId: care } as Actor];
		for (const actor of others) expect((await videos.show(file, null, actor)).status).toBe(404);
		for (const name of ['../handheld-cradle', `${'0'.repeat(64)}.webm`, `${file}/..`])
			expect((await videos.show(name, null, mette)).status).toBe(404);
	});

	it('changes nothing when it is done again', async () => {
		const again = await importing(starter);
		expect(again.unchanged).toHaveLength(112);
		expect([again.added, again.changed, again.refused]).toEqual([[], [], []]);
		expect(await changes()).toBe(112);
	});

	it('publishes the one guide that changed, as its next version', async () => {
		const report = await importing(
			changed('wifi-store/en.md', (md) => md.replace(/title: .*/, 'title: "Wi-Fi is **down**"'))
		);
		expect(report.changed).toEqual(['wifi-store']);
		expect(report.unchanged).toHaveLength(111);
		expect((await row('wifi-store'))!.version).toBe(2);
		expect((await row('wifi-guest'))!.version).toBe(1);
		expect(await changes()).toBe(113);
	});

	it('takes the others when one is refused, and keeps what was published of that one', async () => {
		const report = await importing(changed('cash-drawer/guide.json', (json) => json.replace('"checkout"', '"coffee"')));
		expect(report.refused).toEqual(['cash-drawer']);
		expect(report.problems.map(({ code }) => code)).toEqual(['category_unknown']);
		expect(report.changed).toEqual(['wifi-store']);
		expect((await row('cash-drawer'))!.version).toBe(1);
	});

	it('takes only what concerns the audiences asked for', async () => {
		const report = await importing(starter, { organisationId: care, audiences: ['all', 'homecare'] });
		expect(report.added).toContain('digital-lock-wont-open');
		expect(report.added).not.toContain('cash-drawer');
	});

	it('cannot be seen from another organisation', async () => {
		const seen = await fresh.database.withOrganisations([care], (tx) =>
			guideRows(tx, { organisationId: shops, departmentId: here }, ['cash-drawer'])
		);
		expect(seen.size).toBe(0);
	});
});

describe('outcomes', () => {
	it('are counted once for each mutation, by workplace, without saying who', async () => {
		const before = await changes();
		const count = (id: string, departmentId: string, worked: boolean) =>
			fresh.database.withOrganisations([shops], (tx) =>
				countOutcome(
					tx,
					{ id, organisationId: shops, departmentId },
					{ guideId: 'cash-drawer', guideVersion: 1, worked, steps: 2 }
				)
			);
		const [a, b] = ['019aa000-0000-7000-8000-0000000000f1', '019aa000-0000-7000-8000-0000000000f2'];
		await count(a, here, true);
		await count(a, here, true);
		await count(b, there, false);
		expect(await row('cash-drawer')).toMatchObject({ outcomes: { worked: 1, of: 2 }, usedHere: 1 });
		expect(await changes()).toBeGreaterThan(before);
		const columns =
			await fresh.sql`select column_name from information_schema.columns where table_name = 'guide_outcome'`;
		expect(columns.map((column) => column.column_name).filter((name) => /person/.test(name))).toEqual([]);
	});

	it('of a guide that is gone are kept', async () => {
		await expect(
			fresh.database.withOrganisations([shops], (tx) =>
				countOutcome(
					tx,
					{ id: '019aa000-0000-7000-8000-0000000000f3', organisationId: shops, departmentId: here },
					{ guideId: 'gone', guideVersion: 9, worked: false, steps: 0 }
				)
			)
		).resolves.toBeUndefined();
	});
});

describe('rows', () => {
	const ids = ['cash-drawer', 'digital-lock-wont-open', 'reset-password'];
	const seenAt = (departmentId: string, isForAll = false) =>
		fresh.database.withOrganisations([shops], async (tx) =>
			[...(await guideRows(tx, { organisationId: shops, departmentId }, ids, { isForAll })).keys()].sort()
		);

	it('are those for the reader’s kind of workplace, or all for the desk', async () => {
		await fresh.sql`insert into department (id, organisation_id, code, name, kind, time_zone, headcount)
			values (${here}, ${shops}, '214', 'Store 214', 'store', 'Europe/Copenhagen', 30)`;
		expect(await seenAt(here)).toEqual(['cash-drawer', 'reset-password']);
		expect(await seenAt(here, true)).toEqual(ids);
	});

	it('leave out what was retired', async () => {
		await fresh.sql`update guide set retired_at = now() where id = 'cash-drawer'`;
		expect(await seenAt(here)).toEqual(['reset-password']);
	});
});

describe('starter guides', () => {
	const district = '019aa000-0000-7000-8000-0000000000d3';
	const fill = async () => {
		const owner = openOwner(fresh.url);
		const settings = {
			mode: 'demo',
			databaseUrl: fresh.url,
			migrateUrl: undefined,
			dataDir,
			contentDir: 'content'
		} as const;
		await fillGuides({ settings, owner: owner.db, database: fresh.database });
		await owner.close();
	};
	const published = async () =>
		(await fresh.sql`select id from guide where organisation_id = ${care}`).map((found) => String(found.id));

	it('come to an organisation that has none, for the workplaces that it has, and only once', async () => {
		for (const table of ['guide', 'guide_version'])
			await fresh.sql`delete from ${fresh.sql(table)} where organisation_id = ${care}`;
		await fresh.sql`insert into department (id, organisation_id, code, name, kind, time_zone, headcount)
			values (${district}, ${care}, '1', 'North', 'homecare', 'Europe/Copenhagen', 30)`;
		await fill();
		expect(await published()).toContain('digital-lock-wont-open');
		expect(await published()).not.toContain('cash-drawer');

		await fresh.sql`delete from guide where organisation_id = ${care} and id <> 'reset-password'`;
		await fill();
		expect(await published()).toEqual(['reset-password']);
	});
});
