import type { Local } from './local.ts';
import { pushBatch } from './push.ts';
import { keepSentinel } from './sentinel.ts';
import type { Transport } from './transport.ts';

// One sender for each person on a device, page or worker: whoever holds the Web Lock. The browser frees it when its holder
// dies. Two senders would lose nothing, the server takes every item once; they would only send it twice.

export const lockName = (personId: string): string => `athand-send-${personId}`;

/** As the only sender of this person's outbox on this device, or not at all. */
export async function alone<T>(local: Local, work: () => Promise<T>): Promise<T | 'another'> {
	const name = lockName(local.me.personId);
	return local.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : 'another'));
}

/** Sends everything that is due. Returns when the next item is, in ms since 1970, or null. */
export async function sendText(local: Local, { push }: Pick<Transport, 'push'>): Promise<number | null> {
	for (;;) {
		const { settled, nextTryMs } = await pushBatch(local, push);
		// Not waited for: on a full disk a copy may take for ever, and sending is what frees it.
		if (settled > 0) void keepSentinel(local);
		if (settled === 0 || nextTryMs === null || nextTryMs > local.now().getTime()) return nextTryMs;
	}
}
