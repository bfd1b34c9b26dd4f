import type { MutationId } from '#lib/domain/ids.ts';
import { refuse, type Result } from '#lib/domain/result.ts';
import { discardItem } from './discard.ts';
import { currentLocal } from './local.ts';
import { mutate } from './mutate.ts';
import { outbox } from './outbox.ts';
import { keepSentinel } from './sentinel.ts';
import { wake } from './wake.ts';

/** What a person does to what waits. */

/** Takes it back, see `discard.ts`. */
export async function discard(mutationId: MutationId): Promise<Result<void>> {
	const local = await currentLocal();
	const result = await discardItem(local, mutationId);
	void keepSentinel(local);
	wake();
	return result;
}

/** Sends it again now: one that waits, without its delay; one that was refused, as a new attempt of the same words. */
export async function retry(mutationId: MutationId): Promise<Result<unknown>> {
	const { store } = await currentLocal();
	const item = await outbox.get(mutationId);
	if (!item) return refuse('not_found');
	if (item.state === 'needsYou') return mutate(item.kind, JSON.parse(item.payload), { supersedes: mutationId });
	await store.write(async (tx) => {
		const now = await tx.get('outbox', mutationId);
		if (now?.isPending) await tx.put('outbox', { ...now, nextTryMs: 0 });
	});
	wake();
	return { ok: true, value: undefined };
}
