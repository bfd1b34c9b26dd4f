// From a recognised person to a session: always a new token (no fixation), the old one of this browser ends.

import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { kindOf } from '#lib/domain/people/secret.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Me } from '#lib/domain/rows.ts';
import { audit } from '#lib/server/audit.ts';
import type { Database, Tx } from '#lib/server/db.ts';
import { refusal } from '#lib/server/trpc.ts';
import * as repository from './repository.ts';
import { hashSecret, newToken } from './secret.ts';
import { sessionLimits, setCookie, tokenHashOf } from './session.ts';

type Person = { personId: string; organisationId: string };

export const actorFrom = (found: repository.FoundActor): Actor =>
	({
		personId: found.person_id,
		name: found.name,
		organisationId: found.organisation_id,
		departmentId: found.department_id,
		grants: found.grants
	}) as Actor;

export const meFrom = (found: repository.FoundActor): Me => ({ ...actorFrom(found), locale: found.locale });

/** `newSecret`: chosen just now; it ends every other session of this person. */
export async function enter(database: Database, event: RequestEvent, person: Person, newSecret?: string): Promise<Me> {
	const { personId, organisationId } = person;
	const found = await repository.findActor(database.db, personId);
	if (!found) throw refusal('sign_in_failed');
	const limits = sessionLimits(found.grants.flatMap((grant) => grant.roles));
	const hash = newSecret === undefined ? null : await hashSecret(newSecret);
	const before = tokenHashOf(event);
	const tokenHash = setCookie(event, newToken(), limits);

	await database.withOrganisations([organisationId], async (tx) => {
		if (hash && newSecret) {
			await keepSecret(tx, person, kindOf(newSecret), hash, null);
			await repository.revokeSessions(tx, { personId });
		}
		if (before) await repository.revokeSessions(tx, { tokenHash: before });
		await repository.insertSession(tx, {
			tokenHash,
			organisationId,
			personId,
			userAgent: event.request.headers.get('user-agent')?.slice(0, 300) ?? null,
			ip: addressOf(event) || null,
			expiresAt: new Date(Date.now() + limits.idleMs)
		});
		await audit(tx, { organisationId, actorId: personId, action: 'signIn.entered', subject: personId });
	});
	return meFrom(found);
}

export async function keepSecret(
	tx: Tx,
	{ personId, organisationId }: Person,
	kind: 'pin' | 'password' | 'oneTimePin',
	hash: string,
	expiresAt: Date | null
) {
	await repository.saveCredential(tx, { id: randomUUIDv7(), organisationId, personId, kind, hash, expiresAt });
}

/** Empty where there is none (a test, a unix socket). */
export function addressOf(event: RequestEvent): string {
	try {
		return event.getClientAddress();
	} catch {
		return '';
	}
}
