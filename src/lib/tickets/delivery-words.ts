import type { Delivery } from '#lib/domain/ticket/delivery.ts';
import { m } from '#lib/paraglide/messages.js';
import { timeWord } from './when.ts';

/** The one word beside the tick. Reasons of `needsYou` are the errors' own sentences. */
export function deliveryWord(delivery: Delivery, now: number, number: number | null = null): string {
	switch (delivery.state) {
		case 'queued':
			return m.tickets_queued();
		case 'sending':
			return delivery.photo
				? m.tickets_sending_photo({ n: delivery.photo, count: delivery.photos })
				: m.tickets_sending();
		case 'sent':
			return m.tickets_sent();
		case 'delivered':
			return number ? `${m.tickets_delivered()} · ${m.tickets_case_number({ number })}` : m.tickets_delivered();
		case 'seen':
			return m.tickets_seen({ name: delivery.name.split(' ')[0] ?? '', time: timeWord(delivery.at, now) });
		case 'needsYou':
			return m.tickets_needs_you();
		case 'changed':
			return m.tickets_changed();
	}
}
