import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { startCluster, type Cluster } from './cluster.ts';

// Real clusters in folders that are thrown away; one is made in about a second.

const unsafe = { fsync: 'off' };
const made: string[] = [];
const folder = (...deeper: string[]) => {
	const top = join(tmpdir(), `athand-cluster-${randomUUID()}`);
	made.push(top);
	return join(top, ...deeper);
};
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })));

const ask = async <T>(cluster: Cluster, question: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
	const sql = postgres({ host: cluster.socketDir, user: 'athand', database: 'postgres', max: 1 });
	return question(sql).finally(() => sql.end());
};

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
	it('keeps every script and sorts as Unicode says, whatever the surroundings say', async () => {
		const cluster = await startCluster(folder(), unsafe);
		const [found] = await ask(
			cluster,
			(
				sql
			) => sql`select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
				datcollate as libc, current_setting('listen_addresses') as ports
				from pg_database where datname = 'postgres'`
		);
		expect(found).toEqual({ encoding: 'UTF8', provider: 'i', locale: 'und', libc: 'C', ports: '' });
		const [{ words }] = (await ask(
			cluster,
			(sql) => sql`select string_agg(word, ' ' order by word) as words from unnest(array['zebra', 'Å', 'b', 'a']) word`
		)) as unknown as [{ words: string }];
		expect(words).toBe('a Å b zebra');
		await cluster.stop();
	});

	it('keeps its data over a restart, and one owner at a time', async () => {
		const data = folder();
		const first = await startCluster(data, unsafe);
		await ask(first, (sql) => sql`create table kept as select 1 as row`);
		await expect(startCluster(data, unsafe)).rejects.toThrow('running already');
		await first.stop();

		const second = await startCluster(data, unsafe);
		expect(await ask(second, (sql) => sql`select * from kept`)).toHaveLength(1);
		await second.stop();
	});

	it('finds a path for its socket when the folder’s own is too long', async () => {
		const cluster = await startCluster(folder('long'.repeat(30)), unsafe);
		expect(Buffer.byteLength(join(cluster.socketDir, '.s.PGSQL.5432'))).toBeLessThanOrEqual(107);
		expect(statSync(cluster.socketDir).mode & 0o777).toBe(0o700);
		await cluster.stop();
		rmSync(cluster.socketDir, { recursive: true });
	});

	it('ends the orphan that a killed owner left behind, and loses nothing it had committed', async () => {
		const data = folder();
		const script = `
			const { startCluster } = await import(${JSON.stringify(import.meta.dirname + '/cluster.ts')});
			const { default: postgres } = await import('postgres');
			const cluster = await startCluster(${JSON.stringify(data)}, { fsync: 'off' });
			const sql = postgres({ host: cluster.socketDir, user: 'athand', database: 'postgres' });
			await sql\`create table kept as select 1 as row\`;
			process.kill(process.pid, 'SIGKILL');`;
		const owner = spawn('node_modules/.bin/node', ['--input-type=module', '-e', script], { stdio: 'inherit' });
		await once(owner, 'exit');
		expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(true);

		const next = await startCluster(data, unsafe);
		expect(await ask(next, (sql) => sql`select * from kept`)).toHaveLength(1);
		await next.stop();
	});

	it.runIf(process.getuid?.() === 0)('names the folder that its user may not enter', async () => {
		const closed = folder();
		mkdirSync(closed, { mode: 0o700 });
		await expect(startCluster(join(closed, 'data'))).rejects.toThrow('may not enter');
	});

	it('refuses the data of another version of PostgreSQL in one line', async () => {
		const data = folder();
		await (await startCluster(data, unsafe)).stop();
		writeFileSync(join(data, 'postgres', 'PG_VERSION'), '15\n');
		await expect(startCluster(data, unsafe)).rejects.toThrow('PostgreSQL 15');
	});
});
