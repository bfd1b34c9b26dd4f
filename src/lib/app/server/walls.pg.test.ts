import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driver } from '#lib/server/driver.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { deviceOf, openScene, photoOf, reportBy, type Scene } from '#lib/sync/server/fixtures.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { registry } from './registry.ts';

// The second wall: what a forgotten condition in a query would show, the database does not.

let fresh: FreshDatabase;
let scene: Scene;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
	const payload = reportBy(scene.mette, { photos: [photoOf(Buffer.from('photo'))] });
	const item = deviceOf(scene.mette).item('ticket.report', payload);
	await applyItem({ database: fresh.database, registry, actor: scene.mette }, item);
});
afterAll(() => fresh.close());

/** Read by everybody, holding nobody's data; the other tables without a policy are out of the application's reach. */
const common = ['server_epoch'];

describe('[SV30] row-level security', () => {
	it('[SV30] stands, with a policy, on every table that the application can touch', async () => {
		const open = await fresh.sql<{ name: string }[]>`
			select relname as name from pg_class c
			where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
				and has_table_privilege('athand_app', c.oid, 'select, insert, update, delete')
				and (not relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`;
		expect(open.map(({ name }) => name).filter((name) => !common.includes(name))).toEqual([]);
	});

	it.each(['ticket', 'ticket_event', 'sync_mutation', 'change_log', 'upload', 'person', 'department', 'organisation'])(
		'shows %s to its organisation, nothing of it next door and nothing to nobody',
		async (table) => {
			const count = (organisations: string[]) =>
				fresh.database.withOrganisations(organisations, async (tx) => {
					const sql = driver(tx);
					const [row] = await sql`select count(*)::int as n from ${sql(table)}`;
					return row!.n as number;
				});
			const [there, nextDoor, nobody] = [
				await count([scene.organisationId]),
				await count([scene.stranger.organisationId]),
				await count([])
			];
			expect(there).toBeGreaterThan(0);
			expect(nobody).toBe(0);
			// Next door has people and a workplace of its own, and nothing else.
			const own: Record<string, number> = { person: 1, department: 1, organisation: 1 };
			expect(nextDoor).toBe(own[table] ?? 0);
		}
	);

	it('[SV30] lets nobody write into another organisation', async () => {
		const { stranger, organisationId } = scene;
		await expect(
			fresh.database.withActor(
				stranger,
				(tx) => driver(tx)`insert into change_log (organisation_id, kind, row_id, scopes)
					values (${organisationId}, 'ticket', ${randomUUID()}, '{}')`
			)
		).rejects.toThrow('row-level security');
	});
});
