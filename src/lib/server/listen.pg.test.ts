import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { connect } from './connection.ts';
import { openChangeFeed, type HeardChange } from './listen.ts';

const shop = '019aa000-0000-7000-8000-000000000001';
let fresh: FreshDatabase;
beforeAll(async () => {
	fresh = await freshDatabase();
});
afterAll(() => fresh.close());

it('tells every subscriber of every node, and no longer who left', async () => {
	const clients = [connect(fresh.url), connect(fresh.url)];
	const heard: [number, string | undefined][] = [];
	const feeds = await Promise.all(clients.map(openChangeFeed));
	const leave = feeds.map((feed, i) => feed.subscribe((change) => heard.push([i, change?.organisationId])));

	await fresh.sql`select pg_notify('athand_change', ${shop})`;
	await vi.waitFor(() =>
		expect(heard.toSorted()).toEqual([
			[0, shop],
			[1, shop]
		])
	);

	leave[0]!();
	await fresh.sql`select pg_notify('athand_change', ${shop})`;
	await vi.waitFor(() => expect(heard.map(([i]) => i).toSorted()).toEqual([0, 1, 1]));
	await Promise.all(clients.map((client) => client.end()));
});

it('listens again after its connection was cut, and has everybody look', async () => {
	const client = connect(fresh.url);
	const heard: (HeardChange | null)[] = [];
	const feed = await openChangeFeed(client);
	feed.subscribe((change) => heard.push(change));

	await fresh.sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()`;
	await vi.waitFor(() => expect(heard).toEqual([null]), { timeout: 10_000 });
	await fresh.sql`select pg_notify('athand_change', ${`${shop} desk:${shop}`})`;
	await vi.waitFor(() => expect(heard).toEqual([null, { organisationId: shop, scopes: [`desk:${shop}`] }]));
	await client.end();
});
