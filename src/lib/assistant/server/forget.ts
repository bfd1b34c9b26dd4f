// Who asked is kept for 90 days, so that a trainer can come back to them; then only the question is left. The function
// passes the walls, because it looks after every organisation at once; it can do nothing else.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';

const everyMs = 24 * 60 * 60_000;

/** Returns how many questions have lost their asker. */
export async function forgetAskers({ client }: Pick<Database, 'client'>): Promise<number> {
	const [row] = await client<{ forgotten: number }[]>`select forget_askers() as forgotten`;
	return row!.forgotten;
}

/** At the start and once a day, for as long as the node runs. */
export async function keepForgetting(database: Database, stopping: AbortSignal): Promise<void> {
	while (!stopping.aborted) {
		await forgetAskers(database).catch((error: unknown) => {
			if (!stopping.aborted) log.error({ err: error }, 'askers could not be forgotten');
		});
		await sleep(everyMs, undefined, { signal: stopping, ref: false }).catch(() => undefined);
	}
}
