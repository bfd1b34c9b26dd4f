import type { DepartmentId, OrganisationId, PersonId } from './ids.ts';

export const roles = [
	'employee',
	'superuser',
	'agent',
	'specialist',
	'trainer',
	'editor',
	'manager',
	'systemOwner',
	'administrator'
] as const;
export type Role = (typeof roles)[number];

/** What a right is held over: a person belongs to one organisation and may hold grants in others. */
export type Grant = {
	organisationId: OrganisationId;
	/** Of the home grant: where the register has them. A role of the workplace (superuser) is held only there. */
	departmentId?: DepartmentId;
	roles: Role[];
};

/** Who acts. The home grant is the first. */
export type Actor = {
	personId: PersonId;
	name: string;
	organisationId: OrganisationId;
	/** Where they work now, which may be another workplace than the register's. */
	departmentId: DepartmentId;
	grants: Grant[];
};

export const rolesIn = (actor: Actor, organisationId: OrganisationId): Role[] =>
	actor.grants.find((grant) => grant.organisationId === organisationId)?.roles ?? [];

export const isSuperuserAt = (actor: Actor, departmentId: DepartmentId): boolean =>
	actor.grants.some((grant) => grant.departmentId === departmentId && grant.roles.includes('superuser'));

export const hasRole = (actor: Actor, organisationId: OrganisationId, ...wanted: Role[]): boolean =>
	rolesIn(actor, organisationId).some((role) => wanted.includes(role));

/** Works at the desk of this organisation: sees its queue, its internal notes and its photos. */
export const worksAtDesk = (actor: Actor, organisationId: OrganisationId): boolean =>
	hasRole(actor, organisationId, 'agent', 'specialist', 'trainer');
