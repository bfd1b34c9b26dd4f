// The chain of the audit log: every entry gets a link, the SHA-256 of the link before it and of the entry itself, in a
// table that the application cannot touch. It is added in the background, so that nobody who writes an entry waits for
// another; until then, at most some seconds, an entry is as it is. Whoever can write the whole database can make a whole
// new chain: the last link, written down elsewhere, shows that too.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './db.ts';
import { log } from './log.ts';

const everyMs = 10_000;
/** So many entries of each organisation in one transaction. */
const atOnce = 500;

/** Links for all that has none. Nodes that come at the same moment leave an organisation to the first of them. */
export async function sealAudit({ client }: Pick<Database, 'client'>): Promise<void> {
	for (let added = 1; added > 0;) {
		const [row] = await client<{ added: number }[]>`select seal_audit(${atOnce}) as added`;
		added = row!.added;
	}
}

/** For as long as the node runs. */
export async function keepSealing(database: Database, stopping: AbortSignal): Promise<void> {
	while (!stopping.aborted) {
		await sealAudit(database).catch((error: unknown) => {
			if (!stopping.aborted) log.error({ err: error }, 'the audit log could not be sealed');
		});
		await sleep(everyMs, undefined, { signal: stopping, ref: false }).catch(() => undefined);
	}
}
