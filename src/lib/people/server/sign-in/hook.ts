// Once for each request: who is it? An expired, revoked or unknown session is nobody; the device goes on capturing.

import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/domain/roles.ts';
import type { Database } from '#lib/server/db.ts';
import { actorFrom } from './enter.ts';
import * as repository from './repository.ts';
import { hashToken } from './secret.ts';
import { sessionLimits, tokenHashOf, touchEveryMs } from './session.ts';

export async function actorOf(event: RequestEvent, database: Database): Promise<Actor | null> {
	const tokenHash = tokenHashOf(event);
	if (!tokenHash) return null;
	const found = await repository.findSession(database.db, tokenHash);
	if (!found) return null;
	const actor = actorFrom(found);
	if (Date.now() - Date.parse(found.last_used_at) > touchEveryMs) {
		const limits = sessionLimits(actor.grants.flatMap((grant) => grant.roles));
		await database.withOrganisations([actor.organisationId], (tx) => repository.touchSession(tx, tokenHash, limits));
	}
	return actor;
}

/** In a quarter of an hour, on all nodes together: a full outbox with its photos, and no more. */
export const handInLimit = 300;

/** Whoever was removed while signed in here: only what hands in their unsent work asks for them. */
export async function leaverOf(event: RequestEvent, database: Database): Promise<Actor | null> {
	const tokenHash = tokenHashOf(event);
	const found = tokenHash && (await repository.findLeaver(database.db, tokenHash));
	return found ? actorFrom(found) : null;
}

export const mayHandIn = async ({ db }: Database, { personId }: Actor): Promise<boolean> =>
	(await repository.countTry(db, hashToken(`leaver ${personId}`), 1)) <= handInLimit;

/** Who sends a photo: whoever is signed in, or has left and hands in what they announced. */
export async function senderOf(event: RequestEvent, database: Database, signedIn: Actor | null) {
	const leaver = signedIn ? null : await leaverOf(event, database);
	return { actor: signedIn ?? leaver, isTooMuch: leaver !== null && !(await mayHandIn(database, leaver)) };
}
