import { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { Db, Tx } from './db.ts';

/**
 * The driver's own transaction below drizzle's. Its statements are prepared and may be sent without waiting for each
 * other, so it is for the few paths where a round trip counts: push, pull, the rows of a ticket.
 */
export function driver(tx: Tx | Db): postgres.TransactionSql {
	const { session } = tx._;
	if (!(session instanceof PostgresJsSession)) throw new Error('drizzle does not run on postgres.js');
	return session.client;
}
