import { createHash } from 'node:crypto';
import { worksAtDesk, type Actor } from '#lib/domain/roles.ts';

// Scopes say who may be told of a row; the row's source decides what of it that person sees.

export const personScope = (personId: string) => `person:${personId}`;
export const departmentScope = (departmentId: string) => `department:${departmentId}`;
/** Those who work there, and the desk that helps them, which may sit in another organisation. */
export const organisationScope = (organisationId: string) => `organisation:${organisationId}`;
export const deskScope = (organisationId: string) => `desk:${organisationId}`;

export function scopesOf(actor: Actor): string[] {
	const desks = actor.grants
		.map(({ organisationId }) => organisationId)
		.filter((organisationId) => worksAtDesk(actor, organisationId));
	const scopes = [
		personScope(actor.personId),
		departmentScope(actor.departmentId),
		organisationScope(actor.organisationId),
		...desks.flatMap((organisationId) => [organisationScope(organisationId), deskScope(organisationId)])
	];
	return [...new Set(scopes)].toSorted();
}

/** Other scopes or another right over the same rows: the device has to begin anew. */
export const scopeHash = (scopes: readonly string[]): string =>
	createHash('sha256').update(scopes.join(' ')).digest('hex').slice(0, 16);
