import type { ZodMiniType } from 'zod/mini';
import { refuse, type Result } from '../result.ts';
import type { By, EventBody } from './event.ts';
import type { Ticket } from './ticket.ts';

type Decide<Input> = (ticket: Ticket | null, input: Input, by: By) => Result<EventBody[]>;

/** A mutation as its callers see it: the payload is checked inside, whoever sent it. */
export type TicketMutation = {
	kind: `ticket.${string}`;
	run: (ticket: Ticket | null, payload: unknown, by: By) => Result<EventBody[]>;
};

/**
 * One thing that a person does to a ticket. The device and the server run the same `decide`: what it returns is
 * added to the log, so that the optimistic and the real result cannot drift. Rights are the policy's, not decided here.
 */
export function ticketMutation<Input>(mutation: {
	kind: `ticket.${string}`;
	input: ZodMiniType<Input>;
	decide: Decide<Input>;
}): TicketMutation & typeof mutation {
	return {
		...mutation,
		run: (ticket, payload, by) => {
			const parsed = mutation.input.safeParse(payload);
			return parsed.success ? mutation.decide(ticket, parsed.data, by) : refuse('invalid_input');
		}
	};
}
