import { mayOnTicket, type TicketSubject } from '#lib/domain/policy.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Tx } from '../db.ts';
import { driver } from '../driver.ts';

export type PublishedPhoto = { mime: string; ticketId: string };

/** A photo that is there and that this person may see. Everything else is null alike. */
export async function readablePhoto(tx: Tx, reader: Actor, fileId: string): Promise<PublishedPhoto | null> {
	const [row] = await driver(tx)<(PublishedPhoto & { subject: TicketSubject; isHomecare: boolean })[]>`
		select u.mime, u.ticket_id as "ticketId", t.state as subject, d.kind = 'homecare' as "isHomecare"
		from upload u join ticket t on t.id = u.ticket_id join department d on d.id = t.department_id
		where u.file_id = ${fileId} and u.state = 'published'`;
	if (!row) return null;
	const { mime, ticketId, subject, isHomecare } = row;
	const maySee =
		mayOnTicket(reader, 'ticket.read', subject) && mayOnTicket(reader, 'ticket.readPhotos', subject, isHomecare);
	return maySee ? { mime, ticketId } : null;
}
