import { compareInQueue } from '#lib/domain/sla/queue-order.ts';
import { slaClock } from '#lib/domain/sla/clock.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import { isOpen } from '#lib/domain/ticket/ticket.ts';

/**
 * The three views of the work queue. Waiting: the desk asked and the requester has not replied. Mine: mine to move.
 * Common: nobody's, and a colleague's whose promise has passed: it must not lie unseen because somebody went home.
 */
export const views = ['common', 'mine', 'waiting'] as const;
export type View = (typeof views)[number];

export function viewOf(ticket: TicketRow, meId: string, nowMs: number): View | null {
	if (!isOpen(ticket)) return null;
	if (ticket.question) return 'waiting';
	if (ticket.assignee?.id === meId) return 'mine';
	if (!ticket.assignee) return 'common';
	const isLate = ticket.promise !== null && slaClock(ticket.promise, nowMs).state === 'breached';
	return isLate ? 'common' : null;
}

/** Every view at once, each in its order: the tabs show how many lie in the others. */
export function queueOf(tickets: readonly TicketRow[], meId: string, nowMs: number): Record<View, TicketRow[]> {
	const queue: Record<View, TicketRow[]> = { common: [], mine: [], waiting: [] };
	for (const ticket of tickets.toSorted(compareInQueue)) {
		const view = viewOf(ticket, meId, nowMs);
		if (view) queue[view].push(ticket);
	}
	return queue;
}

/** The neighbour in a list for j and k: the first one when nothing is open, none past the ends. */
export function neighbour<T extends { id: string }>(
	list: readonly T[],
	id: string | null,
	step: 1 | -1
): T | undefined {
	const at = list.findIndex((item) => item.id === id);
	return at === -1 ? list[0] : list[at + step];
}
