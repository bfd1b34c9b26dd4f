import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/roles.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import type { Tx } from './db.ts';
import { driver } from './driver.ts';
import { organisation } from './schema/index.ts';

const shop = '019aa000-0000-7000-8000-000000000001';
const care = '019aa000-0000-7000-8000-000000000002';

const agentOf = (...organisationIds: string[]) =>
	({
		personId: '019aa000-0000-7000-8000-00000000000a',
		grants: organisationIds.map((organisationId) => ({ organisationId, roles: ['agent'] }))
	}) as unknown as Actor;

let fresh: FreshDatabase;
beforeAll(async () => {
	fresh = await freshDatabase();
	for (const [id, name] of [
		[shop, 'Shop'],
		[care, 'Care']
	] as const)
		await fresh.sql`insert into organisation (id, name, slug, time_zone, locale) values (${id}, ${name}, ${name}, 'Europe/Copenhagen', 'da')`;
});
afterAll(() => fresh.close());

describe('withActor', () => {
	const namesSeenBy = async (actor: Actor) =>
		(await fresh.database.withActor(actor, (tx) => tx.select().from(organisation))).map((row) => row.name).sort();

	it('sees the organisations of the actor’s grants, and no other', async () => {
		expect(await namesSeenBy(agentOf(shop))).toEqual(['Shop']);
		expect(await namesSeenBy(agentOf(shop, care))).toEqual(['Care', 'Shop']);
		expect(await namesSeenBy(agentOf())).toEqual([]);
	});

	it('leaves nothing behind for the next user of the pool', async () => {
		await Promise.all(Array.from({ length: 30 }, () => namesSeenBy(agentOf(shop, care))));
		const seen = await Promise.all(Array.from({ length: 30 }, () => fresh.database.db.select().from(organisation)));
		expect(seen.flat()).toEqual([]);
	});

	it('rolls back with what it throws', async () => {
		const broken = fresh.database.withActor(agentOf(shop), async (tx) => {
			await tx.update(organisation).set({ name: 'Changed' });
			throw new Error('a bug');
		});
		await expect(broken).rejects.toThrow('a bug');
		expect(await namesSeenBy(agentOf(shop))).toEqual(['Shop']);
	});

	const missing = undefined as unknown as string;
	it.each<[string, (tx: Tx) => Promise<unknown>]>([
		['the driver', (tx) => driver(tx)`select ${missing}::text`],
		['the driver, beside others', (tx) => Promise.all([driver(tx)`select 1`, driver(tx)`select ${missing}::text`])],
		['the driver, in a list', (tx) => driver(tx)`select ${[shop, missing]}::uuid[]`],
		['drizzle', (tx) => tx.select().from(organisation).where(eq(organisation.id, missing))],
		['drizzle, in a savepoint', (tx) => tx.transaction((inner) => driver(inner)`select ${missing}::text`)]
	])('fails at once where a value is undefined: %s', async (_, work) => {
		const failed = fresh.database.withActor(agentOf(shop), work).catch((error: Error) => String(error.cause ?? error));
		expect(await failed).toMatch(/^Error: undefined in a statement: select/);
		expect(await namesSeenBy(agentOf(shop))).toEqual(['Shop']);
	});

	it('runs as a role that cannot be left for a stronger one by resetting', async () => {
		const [row] = await fresh.database.withActor(agentOf(), async (tx) => {
			await tx.execute(sql`reset role`);
			return tx.execute<{ name: string }>(sql`select current_user as name`);
		});
		expect(row?.name).toBe('athand_app');
	});
});
