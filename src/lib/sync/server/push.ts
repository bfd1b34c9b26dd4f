import type postgres from 'postgres';
import { driver } from '#lib/server/driver.ts';
import type { PushReply, PushRequest } from '../protocol.ts';
import { applyItem, applyWith, type ApplyContext } from './apply.ts';
import { currentEpoch } from './epoch.ts';
import { sequenceOf } from './sequence.ts';

/** Items one after the other, in the device's order: a reply finds the case that was reported before it. */
export async function push(context: ApplyContext, { items }: PushRequest): Promise<PushReply> {
	const { database, actor } = context;
	const last = items.at(-1)!;
	const statusOf = async (sql: postgres.TransactionSql) => {
		const [{ epoch }, seq] = await Promise.all([currentEpoch(sql), sequenceOf(sql, last.incarnation, actor.personId)]);
		return { epoch, seq };
	};
	const results: PushReply['results'] = [];
	for (const item of items.slice(0, -1)) results.push(await applyItem(context, item));
	const { result, along } = await applyWith(context, last, statusOf);
	const status = along ?? (await database.withActor(actor, (tx) => statusOf(driver(tx))));
	return { ...status, results: [...results, result] };
}
