import type postgres from 'postgres';
import type { Actor } from '#lib/domain/roles.ts';
import type { PushItem } from '../protocol.ts';

// The claim is what makes a mutation happen once: its row is written first, in the transaction of its effect. A twin
// that comes at the same moment waits in the insert until this one has committed, then finds the stored answer.

/** What the table knows of an item that was claimed before, also by another organisation's device. */
export type StoredClaim = {
	status: 'claimed' | 'applied' | 'parked' | 'refused' | 'superseded' | 'discarded';
	code: string | null;
	payloadSha256: string;
	personId: string;
	number: number | null;
};

export type Claim =
	| { is: 'mine'; hasDependencies: boolean }
	| { is: 'taken'; stored: StoredClaim }
	/** Another item of this incarnation has the same place: a cloned profile. */
	| { is: 'cloned' };

export async function claim(sql: postgres.TransactionSql, item: PushItem, actor: Actor): Promise<Claim> {
	const [answer] = await sql<{ isMine: boolean; found: number }[]>`
		with claimed as (
			insert into sync_mutation
				(mutation_id, incarnation, seq, organisation_id, person_id, kind, schema_version, payload_sha256, status)
			values (${item.mutationId}, ${item.incarnation}, ${item.seq}, ${actor.organisationId}, ${actor.personId},
				${item.kind}, ${item.schemaVersion}, ${item.payloadSha256}, 'claimed')
			on conflict do nothing returning mutation_id
		)
		select exists (select from claimed) as "isMine",
			(select count(*)::int from sync_mutation where mutation_id = any (${item.dependsOn}::uuid[])) as found`;
	if (answer?.isMine) return { is: 'mine', hasDependencies: answer.found === new Set(item.dependsOn).size };
	const [stored] = await sql<StoredClaim[]>`
		select status, code, payload_sha256 as "payloadSha256", person_id as "personId", number
		from claimed_mutation(${item.mutationId})`;
	return stored ? { is: 'taken', stored } : { is: 'cloned' };
}

/**
 * Takes the superseded item's id and place, so that a late copy of it does nothing. Where it was refused or parked
 * before, the author has mended it: nobody has to look at it any more.
 */
export async function supersede(sql: postgres.TransactionSql, item: PushItem, actor: Actor): Promise<void> {
	await Promise.all([
		sql`
			insert into sync_mutation
				(mutation_id, incarnation, seq, organisation_id, person_id, kind, schema_version, payload_sha256, status)
			select ${item.supersedes}, ${item.incarnation}, ${item.supersededSeq}::int, ${actor.organisationId},
				${actor.personId}, ${item.kind}, ${item.schemaVersion}, '', 'superseded'
			on conflict do nothing`,
		sql`
			update sync_mutation set status = 'superseded', payload = null
			where mutation_id = ${item.supersedes} and person_id = ${actor.personId} and status in ('parked', 'refused')`
	]);
}

export type Settled = {
	status: 'applied' | 'parked' | 'refused' | 'discarded';
	code: string | null;
	number: number | null;
};

/** The stored answer. Parked items keep what was sent: the server has taken custody of it. */
export async function settle(sql: postgres.TransactionSql, item: PushItem, settled: Settled): Promise<void> {
	const payload = settled.status === 'parked' ? item.payload : null;
	await sql`
		update sync_mutation set status = ${settled.status}, code = ${settled.code}, number = ${settled.number}, payload = ${payload}
		where mutation_id = ${item.mutationId}`;
}
