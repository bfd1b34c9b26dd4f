import { refuse, type Result } from '../result.ts';
import type { MutationId } from '../ids.ts';
import type { By, TicketEvent } from './event.ts';
import { fold, type Place } from './fold.ts';
import * as desk from './mutations/desk.ts';
import { report } from './mutations/report.ts';
import * as requester from './mutations/requester.ts';
import type { TicketMutation } from './mutation.ts';
import type { Ticket } from './ticket.ts';

const all = [report, ...Object.values(requester), ...Object.values(desk)];

/** Every ticket mutation by its kind. */
export const ticketMutations: ReadonlyMap<string, TicketMutation> = new Map(
	all.map((mutation): [string, TicketMutation] => [mutation.kind, mutation])
);

export type Stamp = { mutationId: MutationId; by: By; at: string };

/**
 * Applies one mutation to a ticket: the one function that runs on the device and again on the server.
 * Returns the ticket and what was added to its log; the same input on a newer ticket may be refused.
 */
export function runTicketMutation(
	kind: string,
	ticket: Ticket | null,
	payload: unknown,
	stamp: Stamp,
	place: Place
): Result<{ ticket: Ticket | null; added: TicketEvent[] }> {
	const mutation = ticketMutations.get(kind);
	if (!mutation) return refuse('unknown_kind');
	const decided = mutation.run(ticket, payload, stamp.by);
	if (!decided.ok) return decided;
	const added = decided.value.map((body): TicketEvent => ({ ...body, ...stamp }));
	return { ok: true, value: { ticket: added.reduce<Ticket | null>((t, e) => fold(t, e, place), ticket), added } };
}
