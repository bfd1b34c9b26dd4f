import type postgres from 'postgres';
import type { DecidedItem } from '../protocol.ts';

/** More than anybody has held items; a device takes from it what it does not know yet. */
const toldLimit = 50;

/** What became of a person's parked items, the latest first. */
export const decidedFor = (sql: postgres.TransactionSql, personId: string) => sql<DecidedItem[]>`
	select m.mutation_id as "mutationId", m.decision as "as", coalesce(p.name, '') as "by",
		to_char(m.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
		m.decision_reason as reason, m.number
	from sync_mutation m left join person p on p.id = m.decided_by
	where m.person_id = ${personId} and m.decision is not null
	order by m.decided_at desc limit ${toldLimit}`;
