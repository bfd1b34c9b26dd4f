import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { inject } from 'vitest';
import { connect } from '#lib/server/connection.ts';
import { openDatabase, type Database } from '#lib/server/db.ts';
import { databaseUrl } from './postgres.ts';

export type FreshDatabase = {
	url: string;
	/** The owner's connection, past all walls: to set a scene and to look at what is really there. */
	sql: postgres.Sql;
	/** The application's: `database.withActor(actor, …)`. */
	database: Database;
	close(): Promise<void>;
};

/** A migrated, empty database of one's own. `const fresh = await freshDatabase(); afterAll(fresh.close)` */
export async function freshDatabase(): Promise<FreshDatabase> {
	const { url: server, template } = inject('postgres');
	const name = `athand_test_${randomUUID().replaceAll('-', '')}`;
	const admin = connect(server, { max: 1 });
	await admin.unsafe(`create database ${name} template ${template}`);
	const url = databaseUrl(server, name);
	const sql = connect(url, { max: 4 });
	const database = openDatabase(url);
	return {
		url,
		sql,
		database,
		async close() {
			await Promise.all([sql.end({ timeout: 1 }), database.close()]);
			await admin.unsafe(`drop database if exists ${name} with (force)`);
			await admin.end();
		}
	};
}
