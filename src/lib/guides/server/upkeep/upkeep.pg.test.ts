import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registry } from '#lib/app/server/registry.ts';
import type { GuideRow } from '#lib/domain/guide/guide.ts';
import type { GuideSource } from '#lib/domain/guide/source.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { roles, type Actor, type Role } from '#lib/domain/roles.ts';
import { starterFiles, starterServices } from '#lib/guides/fixtures.ts';
import { createCallerFactory, router, type Context } from '#lib/server/trpc.ts';
import type { Cursor } from '#lib/sync/protocol.ts';
import { openScene, type Scene } from '#lib/sync/server/fixtures.ts';
import { pull } from '#lib/sync/server/pull.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { guidesRouter } from '../router.ts';
import { upkeepRouter } from './router.ts';

let fresh: FreshDatabase;
let scene: Scene;
const dataDir = mkdtempSync(join(tmpdir(), 'athand-upkeep-'));
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
	for (const code of starterServices)
		await fresh.sql`insert into service (id, organisation_id, code, names) values (gen_random_uuid(), ${scene.organisationId}, ${code}, '{}')`;
});
afterAll(async () => {
	await fresh.close();
	rmSync(dataDir, { recursive: true });
});

const holding = (role: Role, name = 'Oskar'): Actor => ({
	...scene.anna,
	personId: randomUUID() as PersonId,
	name,
	grants: [{ organisationId: scene.organisationId, roles: [role] }]
});
const callerOf = createCallerFactory(router({ guides: guidesRouter, upkeep: upkeepRouter }));
const as = (actor: Actor) => callerOf({ database: fresh.database, actor, settings: { dataDir } } as Context);
const at = () => ({ organisationId: scene.organisationId });

const beginning = (title: string) => ({
	...at(),
	locale: 'da' as const,
	title,
	steps: ['Sluk den.', 'Tænd den.'],
	category: 'printing' as const,
	audience: ['store' as const],
	service: 'printing'
});
const whole = (source: GuideSource): GuideSource => ({
	...source,
	words: { da: { ...source.words.da!, summary: 'Når den står stille.' } }
});

/** A guide in review, as its writer left it. */
async function inReview(title: string, writer = holding('editor')) {
	const oskar = as(writer).upkeep;
	const { id } = await oskar.create(beginning(title));
	const { draft } = await oskar.open({ ...at(), id });
	const saved = await oskar.save({ ...at(), id, revision: draft!.revision, source: whole(draft!.source) });
	if (!saved.isDone) throw new Error('nobody else writes here');
	await oskar.send({ ...at(), id, revision: saved.revision });
	return { id, revision: saved.revision, oskar };
}
async function publishedGuide(title: string) {
	const { id, revision, oskar } = await inReview(title);
	expect(await oskar.publish({ ...at(), id, revision, over: 0 })).toEqual({ isDone: true, version: 1 });
	return { id, oskar };
}
/** Changes the first step and publishes it. */
async function publishAgain({ id, oskar }: Awaited<ReturnType<typeof publishedGuide>>, text: string) {
	await oskar.begin({ ...at(), id });
	const { draft, published } = await oskar.open({ ...at(), id });
	const [first, ...others] = draft!.source.steps;
	const source = { ...draft!.source, steps: [{ ...first!, texts: { da: text } }, ...others] };
	const saved = await oskar.save({ ...at(), id, revision: draft!.revision, source });
	const { revision } = saved as { revision: number };
	await oskar.send({ ...at(), id, revision });
	return oskar.publish({ ...at(), id, revision, over: published!.version });
}

describe('rights', () => {
	const draft: Role[] = ['agent', 'specialist', 'trainer', 'editor', 'systemOwner', 'administrator'];
	const publish: Role[] = ['editor', 'administrator'];

	it.each(roles)('%s', async (role) => {
		const { id, revision } = await inReview(`Rettigheder for ${role}`);
		const actor = as(holding(role)).upkeep;
		const may = async (work: () => Promise<unknown>) =>
			work().then(
				() => true,
				(error: Error) => (error.message === 'not_found' ? false : Promise.reject(error))
			);
		const key = { ...at(), id };
		expect(await may(() => actor.list(at()))).toBe(draft.includes(role));
		expect(await may(() => actor.open(key))).toBe(draft.includes(role));
		expect(await may(() => actor.create(beginning('Ny')))).toBe(draft.includes(role));
		expect(await may(() => actor.export({ ...at(), id: null }))).toBe(draft.includes(role));
		expect(await may(() => actor.keep({ ...key, ownerId: null, reviewOn: '2027-01-31' }))).toBe(publish.includes(role));
		expect(await may(() => actor.publish({ ...key, revision, over: 0 }))).toBe(publish.includes(role));
		const published = publish.includes(role);
		expect(await may(() => actor.returnTo({ ...key, version: 1 }))).toBe(published);
		expect(await may(() => actor.retire(key))).toBe(published);
	});

	it('end at the wall of the organisation', async () => {
		const { id } = await publishedGuide('Kun her');
		const stranger = { ...scene.stranger, grants: [{ ...scene.stranger.grants[0]!, roles: ['editor' as const] }] };
		await expect(as(stranger).upkeep.open({ ...at(), id })).rejects.toThrow('not_found');
		const there = { organisationId: scene.stranger.organisationId };
		expect(await as(stranger).upkeep.list(there)).toEqual([]);
		await expect(as(stranger).upkeep.open({ ...there, id })).rejects.toThrow('not_found');
	});
});

describe('two editors on one guide', () => {
	it('the second is told who and when, and nothing is overwritten', async () => {
		const oskar = as(holding('editor', 'Oskar')).upkeep;
		const freja = as(holding('trainer', 'Freja')).upkeep;
		const { id } = await oskar.create(beginning('To skriver'));
		const key = { ...at(), id };
		const [his, hers] = [(await oskar.open(key)).draft!, (await freja.open(key)).draft!];
		const title = (source: GuideSource, text: string) => ({
			...source,
			words: { da: { ...source.words.da!, title: text } }
		});
		const saved = await oskar.save({ ...key, revision: his.revision, source: title(his.source, 'Oskars') });
		const overtaken = await freja.save({ ...key, revision: hers.revision, source: title(hers.source, 'Frejas') });
		expect(overtaken).toMatchObject({ isDone: false, byName: 'Oskar', at: (saved as { at: string }).at });
		expect((await freja.open(key)).draft!.source.words.da!.title).toBe('Oskars');

		const seen = (overtaken as { revision: number }).revision;
		await freja.save({ ...key, revision: seen, source: title(hers.source, 'Frejas') });
		expect((await oskar.open(key)).draft).toMatchObject({
			byName: 'Freja',
			source: { words: { da: { title: 'Frejas' } } }
		});
	});

	it('of many who save at once, one does', async () => {
		const oskar = as(holding('editor')).upkeep;
		const { id } = await oskar.create(beginning('Mange på én gang'));
		const { draft } = await oskar.open({ ...at(), id });
		const all = await Promise.all(
			Array.from({ length: 8 }, () => oskar.save({ ...at(), id, revision: draft!.revision, source: draft!.source }))
		);
		expect(all.filter(({ isDone }) => isDone)).toHaveLength(1);
	});

	it('what lies for review is not changed under the eyes of its reader', async () => {
		const { id, revision, oskar } = await inReview('Til gennemsyn');
		const { draft } = await oskar.open({ ...at(), id });
		expect(await oskar.save({ ...at(), id, revision, source: draft!.source })).toMatchObject({ isDone: false });
		await oskar.takeBack({ ...at(), id, revision });
		expect(await oskar.save({ ...at(), id, revision, source: draft!.source })).toMatchObject({ isDone: true });
	});

	it('a draft that was published meanwhile is told, with the version that came between', async () => {
		const guide = await publishedGuide('Udgivet imens');
		await guide.oskar.begin({ ...at(), id: guide.id });
		const { draft } = await guide.oskar.open({ ...at(), id: guide.id });
		await guide.oskar.send({ ...at(), id: guide.id, revision: draft!.revision });
		await as(holding('administrator', 'Hanne')).upkeep.returnTo({ ...at(), id: guide.id, version: 1 });
		const key = { ...at(), id: guide.id, revision: draft!.revision };
		expect(await guide.oskar.publish({ ...key, over: 1 })).toMatchObject({ isDone: false, byName: 'Hanne' });
		expect(await guide.oskar.publish({ ...key, over: 2 })).toEqual({ isDone: true, version: 3 });
		expect(await guide.oskar.save({ ...key, source: draft!.source })).toMatchObject({ isDone: false, revision: null });
	});
});

describe('what devices get', () => {
	const incarnation = randomUUID() as Parameters<typeof pull>[1]['incarnation'];
	const phone = (cursor: Cursor | null) =>
		pull({ database: fresh.database, registry, actor: scene.mette }, { cursor, incarnation, limit: 1000 });
	const changeOf = async (id: string, cursor: Cursor) =>
		(await phone(cursor)).changes.find((change) => change.kind === 'guide' && change.id === id);

	it('is nothing of a draft, each version with the next pull, and a tombstone when it is withdrawn', async () => {
		const start = (await phone(null)).cursor;
		const waiting = await inReview('Bonprinteren står stille');
		expect(await changeOf(waiting.id, start)).toBeUndefined();

		const guide = { id: waiting.id, oskar: waiting.oskar };
		await guide.oskar.publish({ ...at(), id: guide.id, revision: waiting.revision, over: 0 });
		const first = (await changeOf(guide.id, start))!.row as GuideRow;
		expect([first.version, first.texts.da!.steps[0]!.text]).toEqual([1, 'Sluk den.']);

		await publishAgain(guide, 'Sluk den **helt**.');
		const second = (await changeOf(guide.id, start))!.row as GuideRow;
		expect([second.version, second.texts.da!.steps[0]!.html]).toEqual([2, '<p>Sluk den <strong>helt</strong>.</p>']);

		expect(await guide.oskar.returnTo({ ...at(), id: guide.id, version: 1 })).toEqual({ version: 3 });
		const third = (await changeOf(guide.id, start))!.row as GuideRow;
		expect([third.version, third.texts.da!.steps[0]!.text]).toEqual([3, 'Sluk den.']);

		const before = (await phone(start)).cursor;
		await guide.oskar.retire({ ...at(), id: guide.id });
		expect(await changeOf(guide.id, before)).toMatchObject({ row: null });
		await expect(guide.oskar.retire({ ...at(), id: guide.id })).rejects.toThrow('not_found');

		await guide.oskar.returnTo({ ...at(), id: guide.id, version: 3 });
		expect((await changeOf(guide.id, before))!.row).toMatchObject({ version: 4 });
		const { versions } = await guide.oskar.open({ ...at(), id: guide.id });
		expect(versions.map(({ version, returnedTo }) => [version, returnedTo])).toEqual([
			[4, 3],
			[3, 1],
			[2, null],
			[1, null]
		]);
	});

	it('is never a guide with a gap that blocks', async () => {
		const oskar = as(holding('editor')).upkeep;
		const { id } = await oskar.create(beginning('Uden opsummering'));
		await oskar.send({ ...at(), id, revision: 1 });
		await expect(oskar.publish({ ...at(), id, revision: 1, over: 0 })).rejects.toThrow('invalid_input');
		expect((await oskar.open({ ...at(), id })).standing).toEqual({ draft: 'review', published: null });
	});

	it('cannot be changed behind their backs: a kept version stays as it was', async () => {
		await expect(
			fresh.database.withOrganisations([scene.organisationId], (tx) =>
				tx.execute('update guide_version set version = 9')
			)
		).rejects.toThrow();
	});
});

describe('what belongs to a guide', () => {
	it('owner, review date, tests and what readings say of each step', async () => {
		const { id, oskar } = await publishedGuide('Hører til');
		const key = { ...at(), id };
		await fresh.sql`update person set roles = '{agent}' where id = ${scene.anna.personId}`;
		await oskar.keep({ ...key, ownerId: scene.anna.personId, reviewOn: '2027-05-31' });
		await expect(oskar.keep({ ...key, ownerId: scene.mette.personId, reviewOn: null })).rejects.toThrow('not_found');
		await oskar.addTest({ ...key, testedOn: '2026-11-20', tester: 'Lars', worked: true, note: '2 min.' });
		for (const [worked, steps] of [
			[true, 2],
			[false, 2],
			[false, 1]
		] as const)
			await fresh.sql`insert into guide_outcome (id, organisation_id, guide_id, guide_version, department_id, worked, steps)
				values (gen_random_uuid(), ${scene.organisationId}, ${id}, 1, ${scene.shop}, ${worked}, ${steps})`;
		expect(await oskar.open(key)).toMatchObject({
			ownerId: scene.anna.personId,
			reviewOn: '2027-05-31',
			tests: [{ tester: 'Lars', worked: true, version: 1 }],
			feedback: [
				{ step: 1, helped: 0, didNot: 3 },
				{ step: 2, helped: 1, didNot: 1 }
			]
		});
		const row = (await oskar.list(at())).find((each) => each.id === id);
		expect(row).toMatchObject({ owner: 'Anna Lund', reviewOn: '2027-05-31', outcomes: { worked: 1, of: 3 } });
	});

	it('a draft from a case holds no personal number, and an address of its own', async () => {
		const agent = as(holding('agent')).upkeep;
		const case1 = { ...beginning('Låst konto 010190-1234'), steps: ['Ring til 010190-1234.', 'Vent.'] };
		const [first, second] = [await agent.create(case1), await agent.create(case1)];
		expect(second.id).not.toBe(first.id);
		const { draft } = await agent.open({ ...at(), id: first.id });
		expect(JSON.stringify(draft!.source)).not.toContain('010190');
		expect(first.id).not.toContain('0101');
	});
});

describe('export', () => {
	it('is a folder that an import takes back without a change', async () => {
		const anna = as(holding('editor'));
		const files = starterFiles()
			.filter(({ path }) => /handheld-cradle|wifi-store/.test(path))
			.map(({ path, bytes }) => ({ path, base64: Buffer.from(bytes).toString('base64') }));
		await anna.guides.import({ ...at(), files, isPreview: false });
		const unpack = async (id: string | null) =>
			unzipSync(Buffer.from(await anna.upkeep.export({ ...at(), id }), 'base64'));
		const all = await unpack(null);
		const again = Object.entries(all).map(([path, bytes]) => ({ path, base64: Buffer.from(bytes).toString('base64') }));
		const report = await anna.guides.import({ ...at(), files: again, isPreview: true });
		expect([report.added, report.changed, report.refused]).toEqual([[], [], []]);
		expect(report.unchanged).toEqual(expect.arrayContaining(['handheld-cradle', 'wifi-store']));
		expect(Object.keys(await unpack('wifi-store')).sort()).toEqual(
			['da.md', 'en.md', 'guide.json', 'ko.md', 'nb.md', 'sv.md'].map((name) => `guides/wifi-store/${name}`)
		);
		const { versions } = await anna.upkeep.open({ ...at(), id: 'wifi-store' });
		expect(versions).toMatchObject([{ version: 1, publishedByName: 'Oskar' }]);
	});
});
