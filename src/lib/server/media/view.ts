// A photo as it is given to one person: only the rewritten one, only to who may see the photos of its case, and each
// time written down. What is not there, not ready and not theirs look the same.

import { eq } from 'drizzle-orm';
import { FileId } from '#lib/domain/ids.ts';
import { mayOnTicket } from '#lib/domain/policy.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { audit } from '../audit.ts';
import type { Database } from '../db.ts';
import { log } from '../log.ts';
import { department, ticket, upload } from '../schema/index.ts';
import type { Disk, Size } from './disk.ts';

export type ViewContext = { database: Database; disk: Disk; actor: Actor | null };

export async function view(id: string, size: Size, { database, disk, actor }: ViewContext): Promise<Response> {
	const fileId = FileId.safeParse(id.toLowerCase());
	if (!actor || !fileId.success) return missing();
	const shown = await database.withActor(actor, async (tx) => {
		const [found] = await tx
			.select({ upload, subject: ticket.state, departmentKind: department.kind })
			.from(upload)
			.innerJoin(ticket, eq(ticket.id, upload.ticketId))
			.innerJoin(department, eq(department.id, ticket.departmentId))
			.where(eq(upload.fileId, fileId.data));
		if (found?.upload.state !== 'published') return null;
		if (!mayOnTicket(actor, 'ticket.readPhotos', found.subject, found.departmentKind === 'homecare')) return null;
		const { organisationId, ticketId, isInternal } = found.upload;
		if (isInternal && !mayOnTicket(actor, 'ticket.readInternal', found.subject)) return null;
		await audit(tx, {
			organisationId,
			actorId: actor.personId,
			action: 'photo.viewed',
			subject: fileId.data,
			detail: { ticketId, size }
		});
		return found.upload;
	});
	if (!shown) return missing();
	const bytes = await disk.photo(shown, size);
	if (!bytes) {
		log.error({ fileId: shown.fileId }, 'a published photo is not on the disk');
		return missing();
	}
	return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': 'image/jpeg' } });
}

const missing = () => new Response(null, { status: 404, headers });

// The sandbox: were it ever taken for a page, it could do nothing. It is the person's, not the browser's, to keep.
const headers = {
	'Content-Disposition': 'inline; filename="photo.jpg"',
	'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
	'X-Content-Type-Options': 'nosniff',
	'Cache-Control': 'private, no-store',
	'Cross-Origin-Resource-Policy': 'same-origin'
};
