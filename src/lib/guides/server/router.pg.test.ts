import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Role } from '#lib/domain/roles.ts';
import { starterFiles, starterServices } from '#lib/guides/fixtures.ts';
import { createCallerFactory, type Context } from '#lib/server/trpc.ts';
import { openScene, type Scene } from '#lib/sync/server/fixtures.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { guidesRouter } from './router.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'athand-videos-'));
let fresh: FreshDatabase;
let scene: Scene;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
	for (const organisationId of [scene.organisationId, scene.stranger.organisationId])
		for (const code of starterServices)
			await fresh.sql`insert into service (id, organisation_id, code, names) values (gen_random_uuid(), ${organisationId}, ${code}, '{}')`;
});
afterAll(async () => {
	await fresh.close();
	rmSync(dataDir, { recursive: true });
});

/** Anna, at home in the shop's organisation, holding a role next door. */
const editorNextDoor = (role: Role): Actor => ({
	...scene.anna,
	grants: [...scene.anna.grants, { organisationId: scene.stranger.organisationId, roles: [role] }]
});
const callerOf = createCallerFactory(guidesRouter);
const as = (actor: Actor) => callerOf({ database: fresh.database, actor, settings: { dataDir } } as Context);

const files = starterFiles()
	.filter(({ path }) => path.includes('handheld-cradle'))
	.map(({ path, bytes }) => ({ path, base64: Buffer.from(bytes).toString('base64') }));
const guidesOf = (organisationId: string) => fresh.sql`select id from guide where organisation_id = ${organisationId}`;
const audited = () =>
	fresh.sql`select organisation_id, actor_id, detail from audit_entry where action = 'guides.imported'`;

it('puts guides into the organisation that was named, with one line in its audit log', async () => {
	const { organisationId } = scene.stranger;
	const anna = as(editorNextDoor('editor'));
	await anna.import({ organisationId, files, isPreview: true });
	expect(await audited()).toEqual([]);
	await anna.import({ organisationId, files, isPreview: false });
	expect(await guidesOf(organisationId)).toHaveLength(1);
	expect(await guidesOf(scene.organisationId)).toHaveLength(0);
	const line = { organisation_id: organisationId, actor_id: scene.anna.personId };
	expect(await audited()).toMatchObject([{ ...line, detail: { added: ['handheld-cradle'], changed: [] } }]);

	await anna.import({ organisationId, files, isPreview: false });
	expect(await audited(), 'nothing was changed').toHaveLength(1);
});

it('knows nothing of an organisation in which one may not', async () => {
	const order = { files, isPreview: false };
	await expect(as(editorNextDoor('editor')).import({ ...order, organisationId: scene.organisationId })).rejects.toThrow(
		'not_found'
	);
	await expect(
		as(editorNextDoor('agent')).import({ ...order, organisationId: scene.stranger.organisationId })
	).rejects.toThrow('not_found');
});
