import type { Ticket } from '#lib/domain/ticket/ticket.ts';
import { departmentScope, deskScope, personScope } from '#lib/sync/server/scopes.ts';

type Subject = Pick<Ticket, 'organisationId' | 'departmentId' | 'isPrivate' | 'requester' | 'reporter' | 'followers'>;

/** Who may have the case on their device; the policy decides again for each of them (source.ts). */
export function ticketScopes(ticket: Subject): string[] {
	const { organisationId, departmentId, isPrivate, requester, reporter, followers } = ticket;
	const own = [deskScope(organisationId), personScope(requester.id), personScope(reporter.id)];
	const open = isPrivate ? [] : [departmentScope(departmentId), ...followers.map(personScope)];
	return [...new Set([...own, ...open])];
}
