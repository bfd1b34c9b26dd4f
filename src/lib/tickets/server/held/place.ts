import type postgres from 'postgres';
import type { DepartmentId, PersonId } from '#lib/domain/ids.ts';
import type { HeldReport } from '#lib/domain/ticket/held.ts';
import type { HeldRow } from './repository.ts';

export type HeldPlace = { departmentId: DepartmentId; name: string; requesterId: PersonId };

/**
 * Where a held report becomes a case: as it says, as far as that is still there in the author's organisation, else at
 * the workplace where its author works now, for the author.
 */
export async function placeFor(
	sql: postgres.TransactionSql,
	{ organisationId, departmentId, authorId }: Pick<HeldRow, 'organisationId' | 'departmentId' | 'authorId'>,
	wanted: HeldReport
): Promise<HeldPlace> {
	const [place] = await sql<HeldPlace[]>`
		select d.id as "departmentId", d.name, coalesce((
			select p.id from person p where p.id = ${wanted.requesterId}::uuid and p.organisation_id = ${organisationId}
				and p.removed_at is null), ${authorId}) as "requesterId"
		from department d where d.organisation_id = ${organisationId}
			and (d.id = ${departmentId} or (d.id = ${wanted.departmentId}::uuid and d.closed_at is null))
		order by d.id = ${wanted.departmentId}::uuid desc nulls last limit 1`;
	return place!;
}
