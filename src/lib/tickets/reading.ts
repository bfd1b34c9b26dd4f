import type { PersonId } from '#lib/domain/ids.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import { draft, drafts, saveDraft } from '#lib/sync/drafts.ts';

/** Up to where a person has read each case on this device, so that what came since is marked as new. */

const kind = 'reading';
const rowId = (ticketId: string): string => `${kind}.${ticketId}`;
type Mark = { ticketId: string; events: number };

export async function readUpTo(ticketId: string): Promise<number> {
	return ((await draft(rowId(ticketId)))?.data as Mark | undefined)?.events ?? 0;
}

export const readAll = async (): Promise<Map<string, number>> =>
	new Map((await drafts(kind)).map(({ data }) => [(data as Mark).ticketId, (data as Mark).events]));

export async function markRead({ id, events }: TicketRow): Promise<void> {
	if ((await readUpTo(id)) < events.length)
		await saveDraft(rowId(id), kind, { ticketId: id, events: events.length } satisfies Mark);
}

/** Somebody else has done something since. A case that was never opened here is news only by what others did. */
export const hasNews = ({ events }: Pick<TicketRow, 'events'>, read: number, me: PersonId): boolean =>
	events.slice(read).some(({ by }) => by.id !== me);
