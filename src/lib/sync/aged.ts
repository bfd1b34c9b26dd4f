import { closedAt, keptClosedDays } from '#lib/domain/ticket/ticket.ts';
import type { Tx } from './store.ts';
import type { PersonTables } from './tables.ts';

/**
 * What was closed so long ago that the server no longer sends it leaves this device too. Measured against the server's
 * clock alone: a phone that thinks it is next year forgets nothing. A case on which something of this device waits stays.
 */
export async function dropAged(tx: Tx<PersonTables>, serverTime: string): Promise<void> {
	const before = Date.parse(serverTime) - keptClosedDays * 86_400_000;
	for (const ticket of await tx.all('ticket')) {
		const closed = closedAt(ticket);
		if (!closed || Date.parse(closed) > before || (await tx.get('base', ticket.id))) continue;
		await tx.delete('ticket', ticket.id);
		const files = (await tx.where('file', 'ticketId', ticket.id)).filter(({ state }) => state === 'verified');
		await tx.delete('file', ...files.map(({ fileId }) => fileId));
	}
}

/** Once for each of the server's days is enough, and all cases are read for it. */
export const dayOf = (serverTime: string): string => serverTime.slice(0, 10);
