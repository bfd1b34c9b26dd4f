import type { PushReply, PushRequest } from '../protocol.ts';
import { driver } from '#lib/server/driver.ts';
import { applyItem, type ApplyContext } from './apply.ts';
import { currentEpoch } from './epoch.ts';
import { sequenceOf } from './sequence.ts';

/** Items one after the other, in the device's order: a reply finds the case that was reported before it. */
export async function push(context: ApplyContext, { items }: PushRequest): Promise<PushReply> {
	const results: PushReply['results'] = [];
	for (const item of items) results.push(await applyItem(context, item));
	const { personId } = context.actor;
	const incarnation = items.at(-1)!.incarnation;
	return context.database.withActor(context.actor, async (tx) => {
		const sql = driver(tx);
		const [{ epoch }, seq] = await Promise.all([currentEpoch(sql), sequenceOf(sql, incarnation, personId)]);
		return { epoch, results, seq };
	});
}
