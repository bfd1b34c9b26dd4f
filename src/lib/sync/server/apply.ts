// Applies one pushed item in one transaction of its own, so that one bad item delays nobody (I9). Owns the claim and
// the answer; what an item does is its handler's. Invariant: an answer of `applied`, `parked` or `refused` is given only
// after the commit that stored it, so the same item gets the same answer for ever (SPEC.md, SV1–SV12).
//
//                 ┌─ mine ──► handler ──► applied | parked | refused ──► commit ──► answer
//   item ► claim ─┼─ taken ─► the stored answer, or id_conflict
//                 └─ cloned ► retry with new_incarnation
//   anything thrown: rolled back with its claim ──► again (3×) ──► retry

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { soundText } from '#lib/domain/sound-text.ts';
import type { Database, Tx } from '#lib/server/db.ts';
import { driver } from '#lib/server/driver.ts';
import { log } from '#lib/server/log.ts';
import { schemaVersion, type PushItem, type PushResult } from '../protocol.ts';
import { claim, settle, supersede, type Settled, type StoredClaim } from './claim.ts';
import { expectHeld } from './held-photos.ts';
import type { Registry } from './registry.ts';
import { isTransient, TryLater } from './transient.ts';

const attempts = 4;
const oldestSchemaVersion = 1;

/** Refusals that the author reads and mends; with every other one the server keeps the item for a person to look at. */
const mendable: ReadonlySet<ErrorCode> = new Set([
	'already_resolved',
	'already_withdrawn',
	'not_resolved',
	'id_conflict'
]);

export type ApplyContext = { database: Database; registry: Registry; actor: Actor };

/** Statements that ride along in the item's transaction, after its answer is stored. */
export type Along<T> = (sql: postgres.TransactionSql) => Promise<T>;

export const applyItem = async (context: ApplyContext, item: PushItem): Promise<PushResult> =>
	(await applyWith(context, item, async () => null)).result;

/** `along` is null where the item's transaction was not committed. */
export async function applyWith<T>(
	context: ApplyContext,
	item: PushItem,
	along: Along<T>
): Promise<{ result: PushResult; along: T | null }> {
	// Another person's item waits on this device until that person signs in: nobody writes in somebody else's name.
	if (item.author !== context.actor.personId) return later(item, 'signed_out', 60_000);
	if (createHash('sha256').update(item.payload).digest('hex') !== item.payloadSha256)
		return { result: resultOf(item, { status: 'refused', code: 'invalid_input', number: null }), along: null };

	for (let attempt = 1; ; attempt++) {
		try {
			const [answer, extra] = await context.database.withActor(context.actor, (tx) =>
				inTransaction(context, item, tx, along)
			);
			return { result: resultOf(item, answer), along: extra };
		} catch (error) {
			if (error instanceof TryLater) return later(item, error.code, error.retryAfterMs);
			const isWorthATry = isTransient(error);
			if (isWorthATry && attempt < attempts) {
				await sleep(attempt * 20 * (1 + Math.random()));
				continue;
			}
			log.error({ err: error, mutationId: item.mutationId, kind: item.kind }, 'item not applied');
			return isWorthATry ? later(item, 'busy', 5_000) : later(item, 'unexpected', 60_000);
		}
	}
}

const resultOf = ({ mutationId, payloadSha256 }: PushItem, answer: Answer): PushResult => ({
	mutationId,
	payloadSha256,
	...answer,
	retryAfterMs: null
});

const later = (item: PushItem, code: ErrorCode, retryAfterMs: number) => ({
	result: { ...resultOf(item, { status: 'retry', code, number: null }), retryAfterMs },
	along: null
});

type Answer = { status: PushResult['status']; code: string | null; number: number | null };

async function inTransaction<T>(context: ApplyContext, item: PushItem, tx: Tx, along: Along<T>): Promise<[Answer, T]> {
	const { actor } = context;
	const sql = driver(tx);
	const claimed = await claim(sql, item, actor);
	if (claimed.is === 'cloned') throw new TryLater('new_incarnation', 0);
	if (claimed.is === 'taken') return [storedAnswer(item, actor, claimed.stored), await along(sql)];
	if (!claimed.hasDependencies) throw new TryLater('depends_on_missing', 2_000);
	if (item.supersedes) await supersede(sql, item, actor);
	const settled = await run(context, item, tx);
	if (settled.status === 'parked') await expectHeld(sql, item, actor);
	const [, extra] = await Promise.all([settle(sql, item, settled), along(sql)]);
	const { status, number } = settled;
	return [status === 'discarded' ? { status: 'applied', code: status, number } : { ...settled, status }, extra];
}

function storedAnswer(item: PushItem, actor: Actor, stored: StoredClaim): Answer {
	const { status, code, number } = stored;
	const conflict: Answer = { status: 'refused', code: 'id_conflict', number: null };
	if (stored.personId !== actor.personId || status === 'claimed') return conflict;
	if (status === 'superseded' || status === 'discarded') return { status: 'applied', code: status, number };
	// A discarded item that had arrived after all: the device learns that it was applied.
	if (stored.payloadSha256 !== item.payloadSha256 && item.kind !== 'outbox.discarded') return conflict;
	return { status, code, number };
}

async function run({ actor, registry }: ApplyContext, item: PushItem, tx: Tx): Promise<Settled> {
	if (item.kind === 'outbox.discarded') return { status: 'discarded', code: null, number: null };
	// Somebody who has left: whatever it is, the server keeps it for the desk.
	if (actor.grants.every(({ roles }) => roles.length === 0)) return park('rights_lost');
	// A device that is newer than this node: another node or a later moment will understand it.
	if (item.schemaVersion > schemaVersion) throw new TryLater('busy', 60_000);
	if (item.schemaVersion < oldestSchemaVersion) return park('schema_too_old');
	const handler = registry.mutationHandlers.get(item.kind);
	if (!handler) return park('unknown_kind');
	const payload = parse(item.payload);
	if (payload === undefined) return park('invalid_input');
	const done = await handler({ tx, actor, item, payload, at: new Date().toISOString() });
	if (done.ok) return { status: 'applied', code: null, number: done.value.number };
	return mendable.has(done.code) ? { status: 'refused', code: done.code, number: null } : park(done.code);
}

const park = (code: ErrorCode): Settled => ({ status: 'parked', code, number: null });

/** Undefined: no JSON, or text that the database cannot hold and that would fail at every try. */
function parse(json: string): unknown {
	let isSound = true;
	try {
		const payload: unknown = JSON.parse(json, (_, part: unknown) => {
			if (typeof part === 'string' && soundText(part) !== part) isSound = false;
			return part;
		});
		return isSound ? payload : undefined;
	} catch {
		return undefined;
	}
}
