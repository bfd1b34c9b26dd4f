import { isErrorCode, type ErrorCode } from '../errors.ts';
import type { Ticket } from './ticket.ts';

// What became of something that a person wrote, as the eight states that people read:
//
//   draft → queued → sending → sent → delivered → seen
//              └────────┴─────► needsYou, changed
//
// `draft` belongs to the draft itself; here is everything from the moment of Send.

/** What waits on the device for one mutation: the text, then its photos. `offset`: bytes that the server holds. */
export type Waiting = {
	state: 'queued' | 'sending' | 'acked' | 'needsYou' | 'superseded' | 'discarded';
	code: string | null;
	files: readonly {
		size: number;
		offset: number;
		state: 'waiting' | 'sending' | 'verified' | 'damaged' | 'refused';
		code: string | null;
	}[];
};

export type Delivery =
	| { state: 'queued' }
	/** `photo`: which of the photos travels, from 1; 0 while the text does. */
	| { state: 'sending'; photo: number; photos: number; fraction: number }
	| { state: 'sent' }
	| { state: 'delivered' }
	| { state: 'seen'; name: string; at: string }
	| { state: 'needsYou'; code: ErrorCode }
	| { state: 'changed' };

const isLost = (file: Waiting['files'][number]) => file.state === 'damaged' || file.state === 'refused';
const isThrough = (file: Waiting['files'][number]) => file.state === 'verified';

/**
 * @param waiting the outbox item of what was written, or null when nothing of it is left on the device
 * @param isOnline as the last attempt showed: an attempt that began and met no network is waiting, not sending
 */
export function deliveryOf(
	ticket: Pick<Ticket, 'number' | 'seen'> | null,
	waiting: Waiting | null,
	isOnline = true
): Delivery {
	const item = waiting && waiting.state !== 'superseded' && waiting.state !== 'discarded' ? waiting : null;
	if (item?.state === 'needsYou')
		return item.code === 'id_conflict'
			? { state: 'changed' }
			: { state: 'needsYou', code: known(item.code, 'unexpected') };
	const lost = item?.files.find(isLost);
	if (lost) return { state: 'needsYou', code: known(lost.code, 'photo_damaged') };
	if (item?.state === 'queued' || (item?.state === 'sending' && !isOnline)) return { state: 'queued' };
	if (item && (item.state === 'sending' || !item.files.every(isThrough))) return progress(item);
	if (ticket?.seen) return { state: 'seen', name: ticket.seen.by.name, at: ticket.seen.at };
	return ticket?.number ? { state: 'delivered' } : { state: 'sent' };
}

const known = (code: string | null, otherwise: ErrorCode): ErrorCode => (isErrorCode(code) ? code : otherwise);

/** Photos go one after another, and only once the text is there. */
function progress({ state, files }: Waiting): Delivery {
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	const sent = files.reduce((sum, file) => sum + (isThrough(file) ? file.size : file.offset), 0);
	return {
		state: 'sending',
		photo: state === 'acked' ? files.filter(isThrough).length + 1 : 0,
		photos: files.length,
		fraction: bytes === 0 ? 0 : sent / bytes
	};
}
