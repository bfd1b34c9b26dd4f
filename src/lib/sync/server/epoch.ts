// The epoch names one uninterrupted life of the database. After a restore, a fork or a point-in-time recovery the same
// positions mean other rows and acknowledged items may be gone: a new epoch makes every device send again what it still
// holds and pull anew. It changes when the cluster is another than at the last start, by `npm run db:new-epoch` after a
// restore into the same cluster, and when a device shows a cursor that we signed and no longer know.

import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import type { Db } from '#lib/server/db.ts';
import { driver } from '#lib/server/driver.ts';

export type Epoch = { epoch: string; cursorKey: string };

export async function currentEpoch(sql: postgres.TransactionSql): Promise<Epoch> {
	const [row] = await sql<Epoch[]>`select epoch, cursor_key as "cursorKey" from server_epoch`;
	if (!row) throw new Error('the database has no epoch');
	return row;
}

/** `known` is the epoch that turned out to be over; another node may have noticed before. */
export async function beginEpoch(sql: postgres.TransactionSql, known: string): Promise<void> {
	await sql`select begin_epoch(${known})`;
}

/** At every start, on the owner's connection. */
export async function ensureEpoch(owner: Db): Promise<void> {
	await owner.transaction(async (tx) => {
		const sql = driver(tx);
		await sql`lock table server_epoch in exclusive mode`;
		const [row] = await sql<{ epoch: string; fingerprint: string }[]>`select epoch, fingerprint from server_epoch`;
		const fingerprint = await fingerprintOf(sql);
		if (!row)
			await sql`insert into server_epoch (epoch, fingerprint, cursor_key)
				values (gen_random_uuid(), ${fingerprint}, ${randomBytes(32).toString('hex')})`;
		else if (row.fingerprint !== fingerprint) await renew(sql, fingerprint);
	});
}

/** After a restore, which the cluster itself does not show. */
export async function newEpoch(owner: Db): Promise<string> {
	await ensureEpoch(owner);
	return owner.transaction(async (tx) => renew(driver(tx), await fingerprintOf(driver(tx))));
}

async function renew(sql: postgres.TransactionSql, fingerprint: string): Promise<string> {
	const [row] = await sql<{ epoch: string }[]>`
		update server_epoch set epoch = gen_random_uuid(), fingerprint = ${fingerprint}, started_at = now() returning epoch`;
	return row!.epoch;
}

// The database's own id tells a restored dump apart within one cluster; the timeline changes at a recovery or a failover.
async function fingerprintOf(sql: postgres.TransactionSql): Promise<string> {
	const [row] = await sql<{ fingerprint: string }[]>`
		select concat_ws('/', (select system_identifier from pg_control_system()),
			(select timeline_id from pg_control_checkpoint()),
			(select oid from pg_database where datname = current_database())) as fingerprint`;
	return row!.fingerprint;
}
