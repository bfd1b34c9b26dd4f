import type postgres from 'postgres';
import type { Photo } from '#lib/domain/ticket/event.ts';

/** What announced the photos. Without a case (a parked item) nobody sees them yet. */
export type Announcement = {
	organisationId: string;
	ticketId: string | null;
	mutationId: string;
	ownerId: string;
	isInternal: boolean;
};

/**
 * The bytes come later. A photo that waited for its case gets it here, with whatever has arrived; one that belongs to a
 * case already stays what it was.
 */
export async function expectPhotos(
	sql: postgres.TransactionSql,
	photos: readonly Photo[],
	{ organisationId, ticketId, mutationId, ownerId, isInternal }: Announcement
): Promise<void> {
	if (photos.length === 0) return;
	await sql`
		with file as (
			select * from jsonb_to_recordset(${JSON.stringify(photos)}::text::jsonb)
				as f("fileId" uuid, size int, sha256 text, mime text)
		), waited as (
			update upload u set ticket_id = ${ticketId}, mutation_id = ${mutationId}, is_internal = ${isInternal}
			from file where u.file_id = file."fileId" and u.owner_id = ${ownerId}
				and u.organisation_id = ${organisationId} and u.ticket_id is null
		)
		insert into upload (file_id, organisation_id, ticket_id, mutation_id, owner_id, size, sha256, mime, state, is_internal)
		select "fileId", ${organisationId}, ${ticketId}::uuid, ${mutationId}, ${ownerId}, size, sha256, mime, 'expected',
			${isInternal} from file
		on conflict (file_id) do nothing`;
}
