import type { DepartmentId, OrganisationId, PersonId } from './ids.ts';
import { isSuperuserAt, roles, rolesIn, worksAtDesk, type Actor, type Role } from './roles.ts';

/**
 * Who may do what: the one place. Pure, so that the device can hide what the server would refuse. An actor without a
 * grant in the subject's organisation may do nothing there, whatever else they are.
 */

/** How somebody stands to a ticket. `colleague`: same workplace, and the ticket is not private. */
type Relation = 'owner' | 'follower' | 'colleague' | 'superuser' | 'desk';

const reader: Relation[] = ['owner', 'follower', 'colleague', 'desk'];
const desk: Relation[] = ['desk'];

/** The mutations carry the same names: the policy of a mutation is the row of its kind. */
const ticketRules = {
	'ticket.read': reader,
	/** Notes of the desk. */
	'ticket.readInternal': desk,
	/** Photos from home care can show a citizen's home: owner, reporter and desk only. */
	'ticket.readPhotos': reader,
	/** A superuser helps at the workplace of their role, so they may add to what a colleague wrote. */
	'ticket.reply': ['owner', 'superuser'],
	'ticket.confirm': ['owner'],
	'ticket.reopen': ['owner'],
	'ticket.withdraw': ['owner'],
	'ticket.follow': ['colleague'],
	'ticket.see': desk,
	'ticket.take': desk,
	'ticket.assign': desk,
	'ticket.answer': desk,
	'ticket.ask': desk,
	'ticket.note': desk,
	'ticket.promise': desk,
	'ticket.prioritise': desk,
	'ticket.resolve': desk
} as const satisfies Record<string, readonly Relation[]>;

const organisationRules = {
	/** For oneself or a colleague; changing it later is decided by the ticket itself (its reporter only). */
	'ticket.report': roles,
	'guide.outcome': roles,
	'question.asked': roles,
	/** What a person decides about themselves. Whoever helps elsewhere sees and reports what that workplace does. */
	'person.locale': roles,
	'person.workplace': roles,
	'guide.read': roles,
	/** Writing reaches nobody yet, so whoever knows an answer may begin. */
	'guide.draft': ['agent', 'specialist', 'trainer', 'editor', 'systemOwner', 'administrator'],
	/** What everybody reads: publishing, withdrawing, bringing back, who owns it and when it is looked at. */
	'guide.publish': ['editor', 'administrator'],
	'desk.open': ['agent', 'specialist', 'trainer'],
	'settings.people': ['administrator'],
	'settings.departments': ['administrator'],
	'settings.hours': ['administrator'],
	'settings.services': ['administrator', 'systemOwner'],
	'settings.devices': ['administrator', 'agent', 'specialist'],
	'settings.guides': ['administrator', 'editor'],
	/** What the server has parked: that it is there, whose it is, and why. */
	'settings.held': ['administrator', 'agent', 'specialist'],
	/** To read it and to decide what becomes of it, as one reads and answers cases. */
	'held.decide': ['agent', 'specialist'],
	'settings.audit': ['administrator']
} as const satisfies Record<string, readonly Role[]>;

export type TicketAction = keyof typeof ticketRules;
export type OrganisationAction = keyof typeof organisationRules;

export const ticketActions = Object.keys(ticketRules) as TicketAction[];
export const organisationActions = Object.keys(organisationRules) as OrganisationAction[];
export const settingsActions = organisationActions.filter((action) => action.startsWith('settings.'));

/** What the rules need to know of a ticket. */
export type TicketSubject = {
	organisationId: OrganisationId;
	departmentId: DepartmentId;
	isPrivate: boolean;
	requester: { id: PersonId };
	reporter: { id: PersonId };
	followers: readonly PersonId[];
};
export type OrganisationSubject = { organisationId: OrganisationId };

export const isTicketAction = (action: string): action is TicketAction => Object.hasOwn(ticketRules, action);

export function mayOnTicket(actor: Actor, action: TicketAction, ticket: TicketSubject, isHomecare = false): boolean {
	const relations = relationsTo(actor, ticket);
	const allowed: readonly Relation[] =
		action === 'ticket.readPhotos' && isHomecare ? ['owner', 'desk'] : ticketRules[action];
	return allowed.some((relation) => relations.has(relation));
}

export function mayIn(actor: Actor, action: OrganisationAction, { organisationId }: OrganisationSubject): boolean {
	const allowed: readonly Role[] = organisationRules[action];
	return rolesIn(actor, organisationId).some((role) => allowed.includes(role));
}

/**
 * A new one-time PIN lets its holder become that person. The desk may give one to people who hold no more rights than
 * a workplace has; only an administrator to the others.
 */
export function mayGivePin(actor: Actor, person: { organisationId: OrganisationId; roles: readonly Role[] }): boolean {
	if (mayIn(actor, 'settings.people', person)) return true;
	const ofTheWorkplace: readonly Role[] = ['employee', 'superuser', 'manager'];
	return worksAtDesk(actor, person.organisationId) && person.roles.every((role) => ofTheWorkplace.includes(role));
}

export const rolesFor = (action: OrganisationAction): Role[] => [...organisationRules[action]];

/** The organisation in which somebody may do this: their own before another. */
export const whereMay = (actor: Actor, action: OrganisationAction): OrganisationId | null =>
	actor.grants.find(({ organisationId }) => mayIn(actor, action, { organisationId }))?.organisationId ?? null;

/** May open the settings at all: some page of them. */
export const maySettle = (actor: Actor, subject: OrganisationSubject): boolean =>
	settingsActions.some((action) => mayIn(actor, action, subject));

function relationsTo(actor: Actor, ticket: TicketSubject): Set<Relation> {
	const relations = new Set<Relation>();
	const held = rolesIn(actor, ticket.organisationId);
	if (held.length === 0) return relations;
	if (worksAtDesk(actor, ticket.organisationId)) relations.add('desk');
	if (ticket.requester.id === actor.personId || ticket.reporter.id === actor.personId) relations.add('owner');
	if (ticket.isPrivate || actor.organisationId !== ticket.organisationId) return relations;
	if (ticket.followers.includes(actor.personId)) relations.add('follower');
	if (ticket.departmentId !== actor.departmentId) return relations;
	relations.add('colleague');
	if (isSuperuserAt(actor, ticket.departmentId)) relations.add('superuser');
	return relations;
}
