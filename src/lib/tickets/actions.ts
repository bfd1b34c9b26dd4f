import type { MutationId, TicketId } from '#lib/domain/ids.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Photo } from '#lib/domain/ticket/event.ts';
import { mutate } from '#lib/sync/mutate.ts';
import type { ReadyPhoto } from '#lib/sync/photos.ts';

/** What the one who has the problem does to a case. Each returns when it is durable on the device. */

type Done = Promise<Result<{ mutationId: MutationId }>>;

/** What the case says about a photo: its bytes travel apart. */
export const photoFacts = ({ fileId, size, sha256, mime }: Photo): Photo => ({ fileId, size, sha256, mime });

export const reply = (ticketId: TicketId, text: string, photos: ReadyPhoto[]): Done =>
	mutate('ticket.reply', { ticketId, text, photos: photos.map(photoFacts) }, { photos });

export const confirm = (ticketId: TicketId): Done => mutate('ticket.confirm', { ticketId });
export const reopen = (ticketId: TicketId, text = ''): Done => mutate('ticket.reopen', { ticketId, text });
export const withdraw = (ticketId: TicketId): Done => mutate('ticket.withdraw', { ticketId });
export const follow = (ticketId: TicketId): Done => mutate('ticket.follow', { ticketId });
