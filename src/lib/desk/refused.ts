import { errors } from '#lib/domain/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import type { OutboxRow } from '#lib/sync/tables.ts';
import { reasonOf } from './actions.ts';
import type { RefusedItem } from './Refused.svelte';

const what: Partial<Record<string, () => string>> = {
	'ticket.take': m.desk_refused_take,
	'ticket.assign': m.desk_refused_assign,
	'ticket.answer': m.desk_refused_answer,
	'ticket.ask': m.desk_refused_ask,
	'ticket.note': m.desk_refused_note,
	'ticket.promise': m.desk_refused_promise,
	'ticket.resolve': m.desk_refused_resolve
};

/** What the server did not keep of this case, with the words that would be lost and the reason in words. */
export const refusedOn = (items: readonly OutboxRow[], ticketId: string): RefusedItem[] =>
	items
		.filter((item) => item.state === 'needsYou' && item.ticketId === ticketId)
		.map(({ mutationId, kind, payload, code }) => ({
			mutationId,
			what: (what[kind] ?? m.desk_refused_other)(),
			said: (JSON.parse(payload) as { text?: string }).text ?? '',
			reason: reasonOf(code ?? 'unexpected'),
			canRetry: code !== null && errors[code].retryable
		}));
