import { createHash } from 'node:crypto';
import { worksAtDesk, type Actor } from '#lib/domain/roles.ts';

// Scopes say who may be told of a row; the row's source decides what of it that person sees. What a whole organisation
// sees carries `everybody` (its desk may sit in another organisation), guides `members` only.

export const personScope = (personId: string) => `person:${personId}`;
export const departmentScope = (departmentId: string) => `department:${departmentId}`;
export const deskScope = (organisationId: string) => `desk:${organisationId}`;

/** Those who work there. */
export const members = (organisationId: string) => [`organisation:${organisationId}`];
/** Those who work there, and the desk that helps them. */
export const everybody = (organisationId: string) => [...members(organisationId), deskScope(organisationId)];

export const scopesOf = (actor: Actor): string[] => [
	personScope(actor.personId),
	departmentScope(actor.departmentId),
	...members(actor.organisationId),
	...actor.grants
		.map(({ organisationId }) => organisationId)
		.filter((organisationId) => worksAtDesk(actor, organisationId))
		.map(deskScope)
		.toSorted()
];

/** Other scopes or another right over the same rows: the device has to begin anew. */
export const scopeHash = (scopes: readonly string[]): string =>
	createHash('sha256').update(scopes.join(' ')).digest('hex').slice(0, 16);
