import type { Registry } from '#lib/sync/server/registry.ts';
import { ticketHandlers } from '#lib/tickets/server/handler.ts';
import { ticketSource } from '#lib/tickets/server/source.ts';

/** What sync can apply, and which rows devices get: one line a noun. */
export const registry: Registry = {
	mutationHandlers: new Map([...ticketHandlers]),
	rowSources: { ticket: ticketSource }
};
