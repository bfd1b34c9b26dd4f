// Answers "what is new for me since this cursor". Owns the reading of the change log; what a row looks like to its reader
// is its source's. Everything in one answer is read in one snapshot. Invariant (I15): positions are given at commit, in
// the order in which commits become visible, so nothing can appear behind a cursor later (SPEC.md, SV20–SV28).

import type postgres from 'postgres';
import type { Actor } from '#lib/domain/roles.ts';
import type { Database, Tx } from '#lib/server/db.ts';
import { driver } from '#lib/server/driver.ts';
import { log } from '#lib/server/log.ts';
import { refusal } from '#lib/server/trpc.ts';
import { pullLimit, type Cursor, type PullReply, type PullRequest, type RowKind } from '../protocol.ts';
import { isSigned, signed } from './cursor.ts';
import { decidedFor } from './decided.ts';
import { beginEpoch, currentEpoch, type Epoch } from './epoch.ts';
import type { Registry } from './registry.ts';
import { scopeHash, scopesOf } from './scopes.ts';
import { sequenceOf } from './sequence.ts';

export type PullContext = { database: Database; registry: Registry; actor: Actor };

const oneSnapshot = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;

/** @throws signed_out when it is for another's database: somebody else signed in on that device meanwhile */
export async function pull(context: PullContext, request: PullRequest): Promise<PullReply> {
	const { database, actor } = context;
	if (request.reader && request.reader !== actor.personId) throw refusal('signed_out');
	const reply = await database.withActor(actor, (tx) => inSnapshot(context, request, tx), oneSnapshot);
	if (reply !== 'database was set back') return reply;
	log.error({ position: request.cursor?.position }, 'a position that this server gave is not in its log: new epoch');
	await database.withActor(actor, (tx) => beginEpoch(driver(tx), request.cursor!.epoch));
	return pull(context, request);
}

type Entry = { position: number; mark: string; kind: RowKind; rowId: string; isGone: boolean };
type Place = { position: number; mark: string | null };

async function inSnapshot({ actor, registry }: PullContext, request: PullRequest, tx: Tx) {
	const sql = driver(tx);
	const scopes = scopesOf(actor);
	const scope = scopeHash(scopes);
	const { cursor } = request;
	const [epoch, top, isKnown, seq, decided] = await Promise.all([
		currentEpoch(sql),
		newest(sql, actor),
		cursor ? isInLog(sql, cursor) : true,
		sequenceOf(sql, request.incarnation, actor.personId),
		decidedFor(sql, actor.personId)
	]);
	const reset = resetOf(cursor, scope, epoch);
	if (cursor && !reset && !isKnown) return 'database was set back';
	const from = cursor && !reset ? cursor : { position: 0, freshTo: top.position };
	const limit = Math.max(1, Math.min(request.limit, pullLimit));
	const found = await entries(sql, actor, scopes, from, limit + 1);
	const page = found.slice(0, limit);
	const more = found.length > limit;
	const changes = await rowsOf(registry, tx, actor, page, from.freshTo);
	const { position, mark } = more ? page.at(-1)! : top;
	const next = signed({ position, mark, scope, freshTo: from.freshTo }, epoch);
	const last = more ? {} : { decided, serverTime: new Date().toISOString() };
	return { cursor: next, reset, changes, more, seq, ...last };
}

function resetOf(cursor: Cursor | null, scope: string, epoch: Epoch): PullReply['reset'] {
	if (!cursor) return null;
	if (cursor.epoch !== epoch.epoch) return 'epoch';
	return cursor.scope === scope && isSigned(cursor, epoch) ? null : 'scope';
}

const organisationsOf = (actor: Actor) => actor.grants.map(({ organisationId }) => organisationId);

/** Where the log ends for this reader's organisations: the cursor moves there, past what others may see. */
async function newest(sql: postgres.TransactionSql, actor: Actor): Promise<Place> {
	const [top] = await sql<{ position: number; mark: string }[]>`
		select position::float8 as position, mark from change_log
		where organisation_id = any (${organisationsOf(actor)}::uuid[]) and is_latest
		order by change_log.position desc limit 1`;
	return top ?? { position: 0, mark: null };
}

async function isInLog(sql: postgres.TransactionSql, { position, mark }: Cursor): Promise<boolean> {
	if (mark === null) return position === 0;
	const [row] = await sql`select from change_log where position = ${position} and mark = ${mark}`;
	return row !== undefined;
}

/** A tombstone is for those who may have the row: not for a device that began after the row had gone. */
const entries = (
	sql: postgres.TransactionSql,
	actor: Actor,
	scopes: string[],
	{ position, freshTo }: Pick<Cursor, 'position' | 'freshTo'>,
	limit: number
) => sql<Entry[]>`
	select position::float8 as position, mark, kind, row_id as "rowId", is_deleted or not (scopes && ${scopes}::text[]) as "isGone"
	from change_log
	where organisation_id = any (${organisationsOf(actor)}::uuid[]) and is_latest and position > ${position}
		and ((scopes && ${scopes}::text[] and not is_deleted)
			or (position > ${freshTo} and (scopes || left_scopes) && ${scopes}::text[]))
	order by change_log.position limit ${limit}`;

async function rowsOf(registry: Registry, tx: Tx, actor: Actor, page: Entry[], freshTo: number) {
	const idsByKind = new Map<RowKind, string[]>();
	for (const { kind, rowId, isGone } of page)
		if (!isGone) (idsByKind.get(kind) ?? idsByKind.set(kind, []).get(kind))?.push(rowId);
	const rows = new Map<RowKind, ReadonlyMap<string, unknown>>();
	for (const [kind, ids] of idsByKind) rows.set(kind, await registry.rowSources[kind](tx, actor, ids));
	return page
		.map(({ kind, rowId, position }) => ({ kind, id: rowId, row: rows.get(kind)?.get(rowId) ?? null, position }))
		.filter(({ row, position }) => row !== null || position > freshTo)
		.map(({ kind, id, row }) => ({ kind, id, row }));
}
