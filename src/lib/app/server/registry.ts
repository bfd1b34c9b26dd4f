import { applyAsked } from '#lib/assistant/server/asked.ts';
import { applyOutcome, guideSource } from '#lib/guides/server/sync.ts';
import { ownHandlers } from '#lib/people/server/own/handlers.ts';
import { peopleSources } from '#lib/people/server/sources.ts';
import { serviceSources } from '#lib/services/server/sources.ts';
import type { Registry } from '#lib/sync/server/registry.ts';
import { ticketHandlers } from '#lib/tickets/server/handler.ts';
import { ticketSource } from '#lib/tickets/server/source.ts';

/** What sync can apply, and which rows devices get: one line a noun. */
export const registry: Registry = {
	mutationHandlers: new Map([
		...ticketHandlers,
		...ownHandlers,
		['guide.outcome', applyOutcome],
		['question.asked', applyAsked]
	]),
	rowSources: { ticket: ticketSource, guide: guideSource, ...peopleSources, ...serviceSources }
};
