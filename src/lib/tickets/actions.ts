import type { TicketId } from '#lib/domain/ids.ts';
import type { Result } from '#lib/domain/result.ts';
import { mutate } from '#lib/sync/mutate.ts';
import { photoOf, type PreparedPhoto } from '#lib/sync/photo.ts';
import type { Saved } from '#lib/sync/save.ts';

/** What the one who has the problem does to a case. Each returns when it is durable on the device. */

type Done = Promise<Result<Saved>>;

export const reply = (ticketId: TicketId, text: string, photos: PreparedPhoto[]): Done =>
	mutate('ticket.reply', { ticketId, text, photos: photos.map(photoOf) }, { photos });

export const confirm = (ticketId: TicketId): Done => mutate('ticket.confirm', { ticketId });
export const reopen = (ticketId: TicketId, text = ''): Done => mutate('ticket.reopen', { ticketId, text });
export const withdraw = (ticketId: TicketId): Done => mutate('ticket.withdraw', { ticketId });
export const follow = (ticketId: TicketId): Done => mutate('ticket.follow', { ticketId });
