import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseUrl } from '#tests/postgres.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { checkDatabase, checkRole } from './check-database.ts';
import { connect } from './connection.ts';
import { openDatabase } from './db.ts';
import { inTurn } from './in-turn.ts';
import { migrate, migrations } from './migrate.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
	fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const one = { name: '9000_one.sql', text: 'create table one (id int)', sha256: 'a' };

it('applies what is new, once, also when ten nodes start together', async () => {
	const nodes = Array.from({ length: 10 }, () => connect(fresh.url, { max: 1 }));
	await Promise.all(nodes.map((node) => migrate(node, [...migrations, one])));
	await Promise.all(nodes.map((node) => node.end()));
	const [row] = await fresh.sql<{ count: number }[]>`select count(*)::int from migration.applied`;
	expect(row?.count).toBe(migrations.length + 1);
});

it('lets nodes that start together fill the database one after the other', async () => {
	await fresh.sql`create table filled (node int)`;
	const nodes = Array.from({ length: 5 }, () => connect(fresh.url, { max: 1 }));
	const fill = async () => {
		const [row] = await fresh.sql`select from filled`;
		if (!row) await fresh.sql`insert into filled select 1 from pg_sleep(0.05)`;
	};
	await Promise.all(nodes.map((node) => inTurn(node, () => migrate(node).then(fill))));
	await Promise.all(nodes.map((node) => node.end()));
	expect(await fresh.sql`select from filled`).toHaveLength(1);
});

it('keeps nothing of a migration that fails half-way', async () => {
	const node = connect(fresh.url, { max: 1 });
	const half = { name: '9001_half.sql', text: 'create table half (id int); select 1/0', sha256: 'b' };
	await expect(migrate(node, [half])).rejects.toThrow('9001_half.sql');
	expect(await fresh.sql`select 1 from pg_tables where tablename = 'half'`).toHaveLength(0);
	await node.end();
});

it('refuses a migration that was changed after it had been applied', async () => {
	const node = connect(fresh.url, { max: 1 });
	await expect(migrate(node, [{ ...one, sha256: 'other' }])).rejects.toThrow('has been changed');
	await node.end();
});

it('refuses a database that does not keep every script', async () => {
	await fresh.sql.unsafe(
		`create database latin encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`
	);
	const latin = connect(databaseUrl(fresh.url, 'latin'), { max: 1 });
	await expect(checkDatabase(latin)).rejects.toThrow('SQL_ASCII');
	await latin.end();
	await fresh.sql`drop database latin`;
});

it('refuses an application role that owns tables or passes the walls', async () => {
	const application = openDatabase(fresh.url);
	await expect(checkRole(application.client)).resolves.toBeUndefined();
	await fresh.sql`alter table one owner to athand_app`;
	await expect(checkRole(application.client)).rejects.toThrow('owns 1 table');
	await application.close();

	const owner = connect(fresh.url, { max: 1 });
	await expect(checkRole(owner)).rejects.toThrow('athand_app');
	await owner.end();
});

it('says in one line that nobody answers, that the database is not there, that the role is not', async () => {
	const nobody = connect('postgres://nobody@127.0.0.1:1/none', { max: 1 });
	await expect(checkDatabase(nobody)).rejects.toThrow('does not answer');
	await nobody.end({ timeout: 0 });
	const elsewhere = connect(databaseUrl(fresh.url, 'no_such_database'), { max: 1 });
	await expect(checkDatabase(elsewhere)).rejects.toThrow('has no database of the name "no_such_database"');
	await elsewhere.end();
	const address = new URL(fresh.url);
	address.username = 'no_such_role';
	const stranger = connect(address.href, { max: 1 });
	await expect(checkDatabase(stranger)).rejects.toThrow(/does not let us in: .*no_such_role/);
	await stranger.end();
	expect(() => connect('nonsense')).toThrow('DATABASE_URL');
});
