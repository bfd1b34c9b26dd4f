// Who is at the door. Every wrong answer is the same answer and takes the same work, whether the organisation, the number
// or the secret was wrong; a try is counted before it is looked at, by number and by address.

import { problemWith } from '#lib/domain/people/secret.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import { audit } from '#lib/server/audit.ts';
import type { Database } from '#lib/server/db.ts';
import * as repository from './repository.ts';
import { hashToken, matchesSecret, nobodysHash } from './secret.ts';

export type AtTheDoor = { organisation: string; employeeNumber: string; secret: string };
export type Known = { personId: string; organisationId: string; employeeNumber: string; mustChoose: boolean };

/** For each number in a quarter of an hour. */
export const triesLimit = 5;
/** For each address only failures count: a whole shop can stand behind one. */
export const addressLimit = 60;

export async function recognise(database: Database, door: AtTheDoor, address: string): Promise<Result<Known>> {
	const { db } = database;
	const numberKey = hashToken(`number ${door.organisation} ${door.employeeNumber.toLowerCase()}`);
	const addressKey = hashToken(`address ${address}`);
	const byNumber = await repository.countTry(db, numberKey, 1);
	const byAddress = await repository.countTry(db, addressKey, 1);
	if (byNumber > triesLimit || byAddress > addressLimit) return refuse('too_many_tries');

	const found = await repository.findOrganisation(db, door.organisation);
	const organisationIds = found ? [found.id] : [];
	const credentials = await database.withOrganisations(organisationIds, (tx) =>
		repository.credentialsOf(tx, door.employeeNumber)
	);
	// Always two looks, as if there were a lasting secret and a one-time PIN.
	let match: (typeof credentials)[number] | undefined;
	for (const at of [0, 1]) {
		const candidate = credentials[at];
		const isMatch = await matchesSecret(door.secret, candidate?.hash ?? nobodysHash);
		if (candidate && isMatch) match ??= candidate;
	}
	if (!match || !found) {
		const personId = credentials[0]?.personId;
		await database.withOrganisations(organisationIds, async (tx) => {
			if (found)
				await audit(tx, { organisationId: found.id, actorId: null, action: 'signIn.failed', subject: personId });
		});
		return refuse('sign_in_failed');
	}
	await repository.countTry(db, numberKey, -triesLimit);
	await repository.countTry(db, addressKey, -1);
	const { personId, employeeNumber, kind } = match;
	return ok({ personId, organisationId: found.id, employeeNumber, mustChoose: kind === 'oneTimePin' });
}

/** Refuses a new secret that is too short or too easy. */
export const acceptable = (secret: string, employeeNumber: string): Result<null> =>
	problemWith(secret, employeeNumber) ? refuse('invalid_input') : ok(null);
