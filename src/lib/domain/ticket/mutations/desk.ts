import * as z from 'zod/mini';
import { PersonId } from '#lib/domain/ids.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import { neededText, onTicket, photos, text } from '../inputs.ts';
import { ticketMutation } from '../mutation.ts';
import { isOpen, type Ticket } from '../ticket.ts';
import { impacts, solutionPoints, urgencies } from '../words.ts';

// What the desk does. Every one needs an open case, except the internal note.

const closed = (ticket: Ticket | null) =>
	!ticket
		? refuse('not_found')
		: ticket.withdrawal
			? refuse('already_withdrawn')
			: isOpen(ticket)
				? null
				: refuse('already_resolved');

/** A person at the desk opened it: the requester reads "Seen by Anna". */
export const see = ticketMutation({
	kind: 'ticket.see',
	input: z.object(onTicket),
	decide: (ticket) => (!ticket ? refuse('not_found') : ok(ticket.seen ? [] : [{ kind: 'seen' }]))
});

export const take = ticketMutation({
	kind: 'ticket.take',
	input: z.object(onTicket),
	decide: (ticket, _input, by) => closed(ticket) ?? ok(ticket?.assignee?.id === by.id ? [] : [{ kind: 'taken' }])
});

/** To a person, or with null back to the common queue. */
export const assign = ticketMutation({
	kind: 'ticket.assign',
	input: z.object({
		...onTicket,
		assigneeId: z.nullable(PersonId),
		assigneeName: z.nullable(z.string().check(z.maxLength(200))),
		text
	}),
	decide: (ticket, { assigneeId, assigneeName, text }) =>
		closed(ticket) ?? ok([{ kind: 'assigned', assigneeId, assigneeName, text }])
});

export const answer = ticketMutation({
	kind: 'ticket.answer',
	input: z.object({ ...onTicket, text: neededText, photos }),
	decide: (ticket, { text, photos }) => closed(ticket) ?? ok([{ kind: 'answered', text, photos }])
});

/** A question with up to four answers to tap. The promise pauses until the requester replies. */
export const ask = ticketMutation({
	kind: 'ticket.ask',
	input: z.object({
		...onTicket,
		text: neededText,
		choices: z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(4))
	}),
	decide: (ticket, { text, choices }) => closed(ticket) ?? ok([{ kind: 'asked', text, choices }])
});

/** Only the desk reads it. */
export const note = ticketMutation({
	kind: 'ticket.note',
	input: z.object({ ...onTicket, text: neededText, photos: z.optional(photos) }),
	decide: (ticket, { text, photos }) =>
		!ticket ? refuse('not_found') : ok([{ kind: 'noted', text, internal: true, ...(photos?.length && { photos }) }])
});

/** A new time, given before the old one passes. */
export const promise = ticketMutation({
	kind: 'ticket.promise',
	input: z.object({ ...onTicket, before: z.iso.datetime({ offset: true }) }),
	decide: (ticket, { before }) => closed(ticket) ?? ok([{ kind: 'promised', before }])
});

export const prioritise = ticketMutation({
	kind: 'ticket.prioritise',
	input: z.object({ ...onTicket, impact: z.enum(impacts), urgency: z.enum(urgencies) }),
	decide: (ticket, { impact, urgency }) =>
		closed(ticket) ??
		ok(ticket?.impact === impact && ticket.urgency === urgency ? [] : [{ kind: 'prioritised', impact, urgency }])
});

export const resolve = ticketMutation({
	kind: 'ticket.resolve',
	input: z.object({
		...onTicket,
		text: neededText,
		solutionPoint: z.enum(solutionPoints),
		guideId: z.nullable(z.string().check(z.maxLength(80)))
	}),
	decide: (ticket, { text, solutionPoint, guideId }) =>
		closed(ticket) ?? ok([{ kind: 'resolved', text, solutionPoint, guideId }])
});
