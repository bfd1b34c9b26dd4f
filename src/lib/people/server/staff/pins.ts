// One-time PINs for slips of paper: drawn here, shown once, kept as a hash. Whoever types one chooses a PIN of their own.

import type { Actor } from '#lib/domain/roles.ts';
import type { OrganisationId } from '#lib/domain/ids.ts';
import { mayGivePin } from '#lib/domain/policy.ts';
import { audit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { refusal } from '#lib/server/trpc.ts';
import { keepSecret } from '../sign-in/enter.ts';
import { greeting } from '../sign-in/repository.ts';
import { hashSecret, newOneTimePin } from '../sign-in/secret.ts';
import { findPerson } from './repository.ts';

const lifeMs = 7 * 24 * 3600_000;

export type Slip = {
	id: string;
	name: string;
	/** What is typed at the door. */
	organisation: string;
	employeeNumber: string;
	pin: string;
	expiresAt: string;
};

export async function givePin(tx: Tx, actor: Actor, organisationId: string, id: string): Promise<Slip> {
	const person = await findPerson(tx, organisationId, id);
	if (!person || person.removedAt) throw refusal('not_found');
	const subject = { organisationId: organisationId as OrganisationId, roles: person.roles };
	if (!mayGivePin(actor, subject)) throw refusal('not_found');
	const pin = newOneTimePin();
	const expiresAt = new Date(Date.now() + lifeMs);
	await keepSecret(tx, { personId: id, organisationId }, 'oneTimePin', await hashSecret(pin), expiresAt);
	await audit(tx, { organisationId, actorId: actor.personId, action: 'people.pinGiven', subject: id });
	const { name, employeeNumber } = person;
	const organisation = (await greeting(tx, id))?.slug ?? '';
	return { id, name, organisation, employeeNumber, pin, expiresAt: expiresAt.toISOString() };
}
