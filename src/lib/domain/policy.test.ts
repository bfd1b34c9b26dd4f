import { describe, expect, it } from 'vitest';
import type { DepartmentId, OrganisationId, PersonId } from './ids.ts';
import {
	mayGivePin,
	mayIn,
	mayOnTicket,
	organisationActions,
	ticketActions,
	type OrganisationAction,
	type TicketAction,
	type TicketSubject
} from './policy.ts';
import { roles, type Actor, type Role } from './roles.ts';
import { ticketMutations } from './ticket/run.ts';

const shops = 'shops' as OrganisationId;
const homecare = 'homecare' as OrganisationId;
const [here, there] = ['214' as DepartmentId, '087' as DepartmentId];
const [mette, lars, stranger] = ['mette' as PersonId, 'lars' as PersonId, 'stranger' as PersonId];

const actor = (role: Role, home = shops, departmentId = here, personId = stranger): Actor => ({
	personId,
	name: 'Somebody',
	organisationId: home,
	departmentId,
	grants: [{ organisationId: home, departmentId, roles: [role] }]
});
const ticket = (over: Partial<TicketSubject> = {}): TicketSubject => ({
	organisationId: shops,
	departmentId: here,
	isPrivate: false,
	requester: { id: mette },
	reporter: { id: lars },
	followers: [],
	...over
});

// Written by hand, so that a slip in the rules shows: who may do what in an organisation where they hold one role.
// e employee, u superuser, g agent, s specialist, t trainer, d editor, m manager, o system owner, a administrator
const letters: Record<Role, string> = {
	employee: 'e',
	superuser: 'u',
	agent: 'g',
	specialist: 's',
	trainer: 't',
	editor: 'd',
	manager: 'm',
	systemOwner: 'o',
	administrator: 'a'
};
const inOrganisation: Record<OrganisationAction, string> = {
	'ticket.report': 'eugstdmoa',
	'guide.outcome': 'eugstdmoa',
	'question.asked': 'eugstdmoa',
	'guide.read': 'eugstdmoa',
	'guide.draft': 'gstdoa',
	'guide.publish': 'da',
	'person.locale': 'eugstdmoa',
	'person.workplace': 'eugstdmoa',
	'desk.open': 'gst',
	'settings.people': 'a',
	'settings.departments': 'a',
	'settings.hours': 'a',
	'settings.services': 'oa',
	'settings.devices': 'gsa',
	'settings.guides': 'da',
	'settings.held': 'gsa',
	'held.decide': 'gs',
	'settings.audit': 'a'
};
// What each role may do on a ticket of a colleague at the same workplace that is not private.
const onColleagues: Record<TicketAction, string> = {
	'ticket.read': 'eugstdmoa',
	'ticket.readInternal': 'gst',
	'ticket.readPhotos': 'eugstdmoa',
	'ticket.reply': 'u',
	'ticket.confirm': '',
	'ticket.reopen': '',
	'ticket.withdraw': '',
	'ticket.follow': 'eugstdmoa',
	'ticket.see': 'gst',
	'ticket.take': 'gst',
	'ticket.assign': 'gst',
	'ticket.answer': 'gst',
	'ticket.ask': 'gst',
	'ticket.note': 'gst',
	'ticket.promise': 'gst',
	'ticket.prioritise': 'gst',
	'ticket.resolve': 'gst'
};
const ofOwner = ['read', 'readPhotos', 'reply', 'confirm', 'reopen', 'withdraw'].map((name) => `ticket.${name}`);
const deskOnly = ticketActions.filter((action) => onColleagues[action] === 'gst');

const cells = <A extends string>(actions: readonly A[]) =>
	actions.flatMap((a) => roles.map((role) => [a, role] as const));

describe('role × action', () => {
	it.each(cells(organisationActions))('%s by %s', (action, role) => {
		expect(mayIn(actor(role), action, { organisationId: shops })).toBe(inOrganisation[action].includes(letters[role]));
		expect(mayIn(actor(role, homecare), action, { organisationId: shops })).toBe(false);
	});

	it.each(cells(ticketActions))('%s by %s, on a colleague’s ticket', (action, role) => {
		expect(mayOnTicket(actor(role), action, ticket())).toBe(onColleagues[action].includes(letters[role]));
	});

	it.each(cells(ticketActions))('%s by %s, on a private ticket or one of another workplace', (action, role) => {
		const isDesk = 'gst'.includes(letters[role]) && [...deskOnly, 'ticket.read', 'ticket.readPhotos'].includes(action);
		expect(mayOnTicket(actor(role), action, ticket({ isPrivate: true }))).toBe(isDesk);
		expect(mayOnTicket(actor(role, shops, there), action, ticket())).toBe(isDesk);
	});

	it.each(cells(ticketActions))(
		'%s by %s who works elsewhere for now: as an employee there, as nobody at home',
		(action, role) => {
			const helper: Actor = { ...actor(role, shops, there), departmentId: here };
			const isDesk =
				'gst'.includes(letters[role]) && [...deskOnly, 'ticket.read', 'ticket.readPhotos'].includes(action);
			expect(mayOnTicket(helper, action, ticket())).toBe(isDesk || onColleagues[action].includes('e'));
			expect(mayOnTicket(helper, action, ticket({ departmentId: there }))).toBe(isDesk);
		}
	);

	it.each(cells(ticketActions))('%s by %s of another organisation: never, also as its requester', (action, role) => {
		expect(mayOnTicket(actor(role, homecare, here, mette), action, ticket({ followers: [mette] }))).toBe(false);
	});
});

describe('owner and follower', () => {
	it.each([mette, lars])('%s, who owns or wrote it, may do this, also when it is private', (person) => {
		const allowed = ticketActions.filter((action) =>
			mayOnTicket(actor('employee', shops, there, person), action, ticket({ isPrivate: true }), true)
		);
		expect(allowed.sort()).toEqual([...ofOwner].sort());
	});

	it('a follower who moved to another workplace goes on reading, until it becomes private', () => {
		const follower = actor('employee', shops, there);
		expect(mayOnTicket(follower, 'ticket.read', ticket({ followers: [stranger] }))).toBe(true);
		expect(mayOnTicket(follower, 'ticket.read', ticket({ followers: [stranger], isPrivate: true }))).toBe(false);
	});

	it.each(roles)('photos from home care: %s at the same workplace', (role) => {
		expect(mayOnTicket(actor(role), 'ticket.readPhotos', ticket(), true)).toBe('gst'.includes(letters[role]));
	});
});

describe('a new one-time PIN', () => {
	const person = (...held: Role[]) => ({ organisationId: shops, roles: held });
	it.each(roles)('the desk gives one to %s only when no right is won by it', (role) => {
		const workplace = ['employee', 'superuser', 'manager'].includes(role);
		expect(mayGivePin(actor('agent'), person('employee', role))).toBe(workplace);
		expect(mayGivePin(actor('administrator'), person(role))).toBe(true);
		expect(mayGivePin(actor('administrator', homecare), person(role))).toBe(false);
		expect(mayGivePin(actor('manager'), person(role))).toBe(false);
	});
});

it('every ticket mutation has a rule', () => {
	const ruled: string[] = [...ticketActions, ...organisationActions];
	expect([...ticketMutations.keys()].filter((kind) => !ruled.includes(kind))).toEqual([]);
});
