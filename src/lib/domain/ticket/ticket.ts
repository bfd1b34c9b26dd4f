import type { DepartmentId, OrganisationId, PersonId, TicketId } from '../ids.ts';
import type { By, Report, TicketEvent } from './event.ts';
import type { Impact, SolutionPoint, TicketType, Urgency } from './words.ts';

/**
 * A ticket (people read "case"), folded from its events. State is facts, not flags: what is not so is null.
 * `number` and `promise` are the server's to give; until then a device shows the reference and a duration.
 */
export type Ticket = {
	id: TicketId;
	organisationId: OrganisationId;
	departmentId: DepartmentId;
	/** Short reference made on the device, without look-alike letters. Finds the case for ever, like the number. */
	reference: string;
	number: number | null;
	type: TicketType;
	isPrivate: boolean;
	requester: By;
	reporter: By;
	report: Report;
	impact: Impact;
	urgency: Urgency;
	assignee: By | null;
	seen: { by: By; at: string } | null;
	/** The question that waits for the requester. */
	question: { by: By; at: string; text: string; choices: string[] } | null;
	/** A promise that a person gave, instead of the one that the calendar computes. */
	promisedBefore: string | null;
	resolution: { by: By; at: string; text: string; solutionPoint: SolutionPoint; guideId: string | null } | null;
	confirmation: { by: By; at: string } | null;
	withdrawal: { by: By; at: string } | null;
	followers: PersonId[];
	/** How often it went from one person or team to another after it was first taken. */
	transfers: number;
	createdAt: string;
	updatedAt: string;
	events: TicketEvent[];
};

/** How long devices hold a closed case; the desk finds it for ever. */
export const keptClosedDays = 90;

export const closedAt = ({ resolution, withdrawal }: Pick<Ticket, 'resolution' | 'withdrawal'>): string | null =>
	(resolution ?? withdrawal)?.at ?? null;

export const isOpen = (ticket: Pick<Ticket, 'resolution' | 'withdrawal'>): boolean =>
	ticket.resolution === null && ticket.withdrawal === null;
