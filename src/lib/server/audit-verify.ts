// Is the audit log as it was written? Each link is compared with what it should be after the one before it, so the first
// that is wrong is the one that was touched.

import type postgres from 'postgres';

export type Fault = {
	organisation: string;
	/** Place in the chain; null for what is in no place. */
	seq: number | null;
	/** Null where its link is gone too. */
	entryId: string | null;
	what: 'changed' | 'deleted' | 'inserted';
};
export type Chain = { organisation: string; length: number; last: string };

/** By the owner. The first fault of each organisation in the order of the chain, then what stands outside of it. */
export async function verifyAudit(owner: postgres.Sql): Promise<{ chains: Chain[]; faults: Fault[] }> {
	const chains = await owner<Chain[]>`
		select distinct on (o.name, o.id) o.name as organisation, s.seq::int as length, s.hash as last
		from audit_seal s join organisation o on o.id = s.organisation_id order by o.name, o.id, s.seq desc`;
	const faults = await owner<Fault[]>`
		with link as (
			select s.organisation_id, s.seq, s.entry_id, s.hash, lag(s.seq, 1, 0::bigint) over chain as seq_before,
				lag(s.hash) over chain as before, e
			from audit_seal s left join audit_entry e on e.id = s.entry_id
			window chain as (partition by s.organisation_id order by s.seq)
		), broken as (
			select organisation_id, case when seq = seq_before + 1 then seq else seq_before + 1 end as seq,
				case when seq = seq_before + 1 then entry_id end as entry_id, case
				when (e).id is null or seq <> seq_before + 1 then 'deleted'
				when hash <> audit_link(before, e) then 'changed' end as what
			from link
		), first_broken as (
			select distinct on (organisation_id) * from broken where what is not null order by organisation_id, seq
		), outside as (
			select e.organisation_id, null::bigint as seq, e.id as entry_id, 'inserted' as what
			from organisation o join audit_entry e on e.organisation_id = o.id and e.at <= audit_horizon(o.id)
			where not exists (select from audit_seal s where s.entry_id = e.id)
		)
		select o.name as organisation, f.seq::int as seq, f.entry_id as "entryId", f.what
		from (select * from first_broken union all select * from outside) f join organisation o on o.id = f.organisation_id
		order by o.name, f.seq nulls last, f.entry_id`;
	return { chains, faults };
}
