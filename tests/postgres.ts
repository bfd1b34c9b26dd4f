// One PostgreSQL for a run of the pg tests: the embedded one on data of its own, or the one of DATABASE_URL (a role that
// may create databases). The schema is migrated once, into a template; each test file copies it (fresh-database.ts).

import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster, type Cluster } from '../scripts/start/cluster.ts';
import { connect } from '#lib/server/connection.ts';
import { migrate } from '#lib/server/migrate.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		postgres: { url: string; template: string };
	}
}

// The data is thrown away: nothing may wait for a disk.
const unsafe = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' };
const template = `athand_template_${process.pid}`;

export default async function setup(project: TestProject) {
	// Made by startCluster: PostgreSQL's user must be able to enter it.
	const dataDir = join(tmpdir(), `athand-pg-${process.pid}`);
	const cluster: Cluster | null = process.env.DATABASE_URL ? null : await startCluster(dataDir, unsafe);
	const url = process.env.DATABASE_URL ?? cluster!.url('postgres');

	const admin = connect(url, { max: 1 });
	await admin.unsafe(`create database ${template} encoding 'UTF8' template template0`);
	const owner = connect(databaseUrl(url, template), { max: 1 });
	await migrate(owner);
	await owner.end();
	project.provide('postgres', { url, template });

	return async () => {
		await admin.unsafe(`drop database if exists ${template} with (force)`);
		await admin.end();
		await cluster?.stop();
		rmSync(dataDir, { recursive: true, force: true });
	};
}

export function databaseUrl(url: string, database: string): string {
	const address = new URL(url);
	address.pathname = `/${database}`;
	return address.href;
}
