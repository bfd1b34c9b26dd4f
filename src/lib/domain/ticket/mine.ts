import type { PersonId } from '../ids.ts';
import { isOpen, type Ticket } from './ticket.ts';

/** A solution that nobody has confirmed asks for it this long; afterwards silence counts as content. */
const confirmWithinMs = 7 * 24 * 3_600_000;

const isMine = (ticket: Ticket, me: PersonId): boolean => ticket.requester.id === me || ticket.reporter.id === me;

/** Mine, reported by me for a colleague, or a colleague's that I follow. */
export const concerns = (ticket: Ticket, me: PersonId): boolean => isMine(ticket, me) || ticket.followers.includes(me);

/** Something that only the reader can move: a question to answer, or a solution to try. */
export function waitsFor(ticket: Ticket, me: PersonId, now: number): boolean {
	if (!isMine(ticket, me)) return false;
	if (ticket.question) return true;
	const { resolution, confirmation, withdrawal } = ticket;
	return resolution !== null && !confirmation && !withdrawal && now - Date.parse(resolution.at) < confirmWithinMs;
}

export type Grouped<T extends Ticket> = { waiting: T[]; open: T[]; closed: T[] };

/** The reader's cases as the page shows them; within a group the latest change first. */
export function groupMine<T extends Ticket>(tickets: readonly T[], me: PersonId, now: number): Grouped<T> {
	const mine = tickets.filter((ticket) => concerns(ticket, me)).toSorted(byChange);
	const waiting = mine.filter((ticket) => waitsFor(ticket, me, now));
	const others = mine.filter((ticket) => !waiting.includes(ticket));
	return { waiting, open: others.filter(isOpen), closed: others.filter((ticket) => !isOpen(ticket)) };
}

const byChange = (a: Ticket, b: Ticket): number => Date.parse(b.updatedAt) - Date.parse(a.updatedAt);

/** What goes on at a workplace: nothing private, the newest report first. `solved` since `midnight` (an instant). */
export function groupWorkplace<T extends Ticket>(
	tickets: readonly T[],
	departmentId: string,
	midnight: number
): { open: T[]; solved: T[] } {
	const shared = tickets
		.filter((ticket) => ticket.departmentId === departmentId && !ticket.isPrivate && !ticket.withdrawal)
		.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
	return {
		open: shared.filter(isOpen),
		solved: shared.filter(({ resolution }) => resolution !== null && Date.parse(resolution.at) >= midnight)
	};
}
