import type { OrganisationId, TicketId } from '../ids.ts';
import type { EventOf, Report, TicketEvent } from './event.ts';
import type { Ticket } from './ticket.ts';
import { isPrivate, typeOf } from './words.ts';

/** Where a ticket's life takes place: known before the first event. */
export type Place = { id: TicketId; organisationId: OrganisationId; requesterName: string };

/**
 * Adds one event to a ticket. The first event must be `reported`; an unknown later kind (from a newer server)
 * changes nothing but is kept in the log, so that an older app goes on working.
 */
export function fold(ticket: Ticket | null, event: TicketEvent, place: Place): Ticket {
	if (ticket === null) {
		if (event.kind !== 'reported') throw new Error(`a ticket cannot begin with ${event.kind}`);
		return begin(event, place);
	}
	return { ...ticket, ...change(ticket, event), updatedAt: event.at, events: [...ticket.events, event] };
}

/** The whole log at once, oldest first. */
export function foldAll(events: readonly TicketEvent[], place: Place): Ticket {
	const ticket = events.reduce<Ticket | null>((state, event) => fold(state, event, place), null);
	if (ticket === null) throw new Error('a ticket has at least one event');
	return ticket;
}

function begin(event: EventOf<'reported'>, place: Place): Ticket {
	return {
		id: place.id,
		organisationId: place.organisationId,
		departmentId: event.departmentId,
		reference: event.reference,
		number: null,
		type: event.type,
		isPrivate: event.isPrivate,
		requester: event.requesterId === event.by.id ? event.by : { id: event.requesterId, name: place.requesterName },
		reporter: event.by,
		report: event.report,
		impact: 'person',
		urgency: event.report.urgency,
		assignee: null,
		seen: null,
		question: null,
		promisedBefore: null,
		resolution: null,
		confirmation: null,
		withdrawal: null,
		followers: [],
		transfers: 0,
		createdAt: event.at,
		updatedAt: event.at,
		events: [event]
	};
}

function change(ticket: Ticket, event: TicketEvent): Partial<Ticket> {
	const { by, at } = event;
	switch (event.kind) {
		case 'amended':
			return amended(ticket, event.report);
		case 'replied':
			return { question: null };
		case 'followed':
			return { followers: [...new Set([...ticket.followers, by.id])] };
		case 'confirmed':
			return { confirmation: { by, at } };
		case 'reopened':
			return { resolution: null, confirmation: null, withdrawal: null, promisedBefore: null };
		case 'withdrawn':
			return { withdrawal: { by, at }, question: null };
		case 'seen':
			return { seen: ticket.seen ?? { by, at } };
		case 'taken':
			return { assignee: by, seen: ticket.seen ?? { by, at }, transfers: transfersAfter(ticket, by.id) };
		case 'assigned': {
			const assignee = event.assigneeId ? { id: event.assigneeId, name: event.assigneeName ?? '' } : null;
			return { assignee, transfers: transfersAfter(ticket, assignee?.id ?? null) };
		}
		case 'asked':
			return { question: { by, at, text: event.text, choices: event.choices }, seen: ticket.seen ?? { by, at } };
		case 'answered':
			return { question: null, promisedBefore: null, seen: ticket.seen ?? { by, at } };
		case 'promised':
			return { promisedBefore: event.before };
		case 'prioritised':
			return { impact: event.impact, urgency: event.urgency };
		case 'resolved':
			return {
				resolution: { by, at, text: event.text, solutionPoint: event.solutionPoint, guideId: event.guideId },
				confirmation: null,
				question: null
			};
		default:
			return {};
	}
}

// What a case is about decides who reads it. Once private it stays so: the log still holds what was written first.
const amended = (ticket: Ticket, report: Report): Partial<Ticket> => ({
	report,
	urgency: report.urgency,
	type: typeOf(report.topic),
	isPrivate: ticket.isPrivate || isPrivate(report.topic, report.symptom)
});

const transfersAfter = (ticket: Ticket, to: string | null): number =>
	ticket.assignee && ticket.assignee.id !== to ? ticket.transfers + 1 : ticket.transfers;
