// The database as the application sees it: always as `athand_app`, which owns nothing and passes no wall, and always
// inside a transaction that names the reader. Migrations and first data use the owner's connection (boot.ts) instead.

import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { PgTransactionConfig } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import type { Actor } from '#lib/domain/roles.ts';
import { connect } from './connection.ts';
import { driver } from './driver.ts';
import * as schema from './schema/index.ts';

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

export type Database = {
	/** For the few look-ups that run before anybody is signed in; row-level security shows it no rows. */
	db: Db;
	client: postgres.Sql;
	/** One transaction that sees the organisations this actor holds grants in. */
	withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>, config?: PgTransactionConfig): Promise<T>;
	/** The same for work that nobody asked for: jobs, the demo, sign-in. */
	withOrganisations<T>(organisationIds: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>;
	close(): Promise<void>;
};

export const applicationRole = 'athand_app';

// A forgotten transaction would hold locks that every later commit waits for.
const limits = { statement_timeout: 30_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 };

export function openDatabase(url: string, max = 10): Database {
	// As a startup parameter the role is also what RESET ROLE goes back to.
	const client = connect(url, { max, connection: { role: applicationRole, ...limits } });
	const db = drizzle(client, { schema, casing: 'snake_case' });

	const within = <T>(
		person: string,
		organisations: readonly string[],
		work: (tx: Tx) => Promise<T>,
		config?: PgTransactionConfig
	) =>
		db.transaction(async (tx) => {
			// `true` = until the end of this transaction: a setting that outlives it would leak to the next user of the pool.
			const named = driver(tx)`select set_config('app.person', ${person}, true),
				set_config('app.organisations', ${organisations.join(',')}, true)`.execute();
			// Ahead of the work on the same connection, so nobody has to wait for it.
			const [done] = await Promise.all([work(tx), named]);
			return done;
		}, config);

	return {
		db,
		client,
		withActor: (actor, work, config) =>
			within(
				actor.personId,
				actor.grants.map((grant) => grant.organisationId),
				work,
				config
			),
		withOrganisations: (organisationIds, work) => within('', organisationIds, work),
		close: () => client.end({ timeout: 2 })
	};
}

/** The owner's connection: past all walls, so only for migrations, first data and administration commands. */
export function openOwner(url: string): { db: Db; client: postgres.Sql; close(): Promise<void> } {
	const client = connect(url, { max: 1 });
	return { db: drizzle(client, { schema, casing: 'snake_case' }), client, close: () => client.end({ timeout: 2 }) };
}
