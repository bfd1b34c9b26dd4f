import type { OutboxRow } from '#lib/sync/tables.ts';

/**
 * Whether the server may know of it already: then "discard" withdraws the case, and says so. What needs its author was
 * answered and not kept, so there is nothing to withdraw.
 */
export const mayHaveLeft = ({ state, attempts }: Pick<OutboxRow, 'state' | 'attempts'>): boolean =>
	state !== 'needsYou' && (state !== 'queued' || attempts > 0);
