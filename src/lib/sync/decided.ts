import type { TicketId } from '#lib/domain/ids.ts';
import type { DecidedItem } from './protocol.ts';
import type { Tx } from './store.ts';
import type { PersonTables } from './tables.ts';

/**
 * What a person made of items that the server had parked. One that became a case is an acknowledged item like any other,
 * so its photos go; the others stay with their author until they were read.
 */
export async function putDecided(
	tx: Tx<PersonTables>,
	decided: readonly DecidedItem[],
	touched: Set<TicketId>
): Promise<void> {
	for (const { mutationId, number, ...decision } of decided) {
		const item = await tx.get('outbox', mutationId);
		if (item?.state !== 'needsYou' || !item.isParked || item.decision) continue;
		const isCase = decision.as === 'case';
		await tx.put('outbox', {
			...item,
			...(isCase && { state: 'acked', code: null, isParked: false }),
			number,
			decision
		});
		if (item.ticketId) touched.add(item.ticketId);
	}
}
