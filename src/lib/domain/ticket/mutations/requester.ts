import * as z from 'zod/mini';
import { ok, refuse } from '#lib/domain/result.ts';
import { onTicket, photos, text } from '../inputs.ts';
import { ticketMutation } from '../mutation.ts';
import { isOpen } from '../ticket.ts';

// What the person who has the problem does after reporting it.

/** A reply to the desk, also the answer to its question. A reply to a solved case is kept and reopens nothing. */
export const reply = ticketMutation({
	kind: 'ticket.reply',
	input: z
		.object({ ...onTicket, text, photos })
		.check(z.refine((input) => input.text.trim() !== '' || input.photos.length > 0)),
	decide: (ticket, { text, photos }) => {
		if (!ticket) return refuse('not_found');
		if (ticket.withdrawal) return refuse('already_withdrawn');
		return ok([{ kind: 'replied', text, photos }]);
	}
});

/** "It works": the solution is confirmed. Twice says nothing new. */
export const confirm = ticketMutation({
	kind: 'ticket.confirm',
	input: z.object(onTicket),
	decide: (ticket) => {
		if (!ticket) return refuse('not_found');
		if (!ticket.resolution) return refuse('not_resolved');
		return ok(ticket.confirmation ? [] : [{ kind: 'confirmed' }]);
	}
});

/** "It does not work": back to the desk, with a new promise. */
export const reopen = ticketMutation({
	kind: 'ticket.reopen',
	input: z.object({ ...onTicket, text }),
	decide: (ticket, { text }) => {
		if (!ticket) return refuse('not_found');
		if (isOpen(ticket)) return refuse('not_resolved');
		return ok([{ kind: 'reopened', text }]);
	}
});

/** "No longer needed". A case that the desk has solved meanwhile stays solved. */
export const withdraw = ticketMutation({
	kind: 'ticket.withdraw',
	input: z.object(onTicket),
	decide: (ticket) => {
		if (!ticket) return refuse('not_found');
		if (ticket.resolution) return refuse('already_resolved');
		return ok(ticket.withdrawal ? [] : [{ kind: 'withdrawn' }]);
	}
});

/** Follow a colleague's case on the same thing instead of reporting it again. */
export const follow = ticketMutation({
	kind: 'ticket.follow',
	input: z.object(onTicket),
	decide: (ticket, _input, by) => {
		if (!ticket || ticket.isPrivate) return refuse('not_found');
		return ok(ticket.followers.includes(by.id) ? [] : [{ kind: 'followed' }]);
	}
});
