import type postgres from 'postgres';

const lockKey = 7_283_646;

/**
 * Work that nodes do one after the other, however many start at once: who comes second finds it done. `owner` must be one
 * connection, because the lock belongs to it; taken again within the work it is held already.
 */
export async function inTurn<T>(owner: postgres.Sql, work: () => Promise<T>): Promise<T> {
	await owner`select pg_advisory_lock(${lockKey})`;
	try {
		return await work();
	} finally {
		await owner`select pg_advisory_unlock(${lockKey})`;
	}
}
