import type postgres from 'postgres';
import type { SeqStatus } from '../protocol.ts';

/** Holes named in one answer: a device that misses more sends these first and asks again. */
const holesLimit = 100;

/** What of an incarnation has arrived; a device that was wiped or restored sees from it what is missing. */
export async function sequenceOf(
	sql: postgres.TransactionSql,
	incarnation: string,
	personId: string
): Promise<SeqStatus> {
	const [known] = await sql<{ highest: number; count: number }[]>`
		select coalesce(max(seq), 0)::int as highest, count(seq)::int as count
		from sync_mutation where incarnation = ${incarnation} and person_id = ${personId}`;
	const { highest, count } = known ?? { highest: 0, count: 0 };
	if (highest === count) return { contiguous: highest, highest, holes: [] };
	const missing = await sql<{ seq: number }[]>`
		select seq from generate_series(1, ${highest}::int) as seq
		where not exists (select from sync_mutation m where m.incarnation = ${incarnation} and m.seq = seq.seq)
		order by seq limit ${holesLimit}`;
	const holes = missing.map(({ seq }) => seq);
	return { contiguous: (holes[0] ?? highest + 1) - 1, highest, holes };
}
