import type postgres from 'postgres';
import type { Actor } from '#lib/domain/roles.ts';
import { Photo } from '#lib/domain/ticket/inputs.ts';
import { expectPhotos } from '#lib/server/media/expect.ts';
import type { PushItem } from '../protocol.ts';

/**
 * Photos of a parked item are taken into custody as its words are. By its manifest, because nobody can say what the
 * payload is; until a person has decided they belong to no case, so nobody sees them.
 */
export async function expectHeld(sql: postgres.TransactionSql, item: PushItem, actor: Actor): Promise<void> {
	const photos = item.manifest.flatMap((file) => Photo.safeParse(file).data ?? []);
	const { mutationId } = item;
	const { organisationId, personId: ownerId } = actor;
	await expectPhotos(sql, photos, { organisationId, ticketId: null, mutationId, ownerId, isInternal: false });
}
