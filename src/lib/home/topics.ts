import type { Guide } from '#lib/domain/guide/guide.ts';
import type { Topic } from '#lib/domain/ticket/words.ts';
import { m } from '#lib/paraglide/messages.js';

/** A topic whose own flow is not there yet: its guides, the phone, and a plain report of that kind. */
export interface PlainTopic {
	topic: Topic;
	drawing: string;
	name: () => string;
	intro: () => string;
	/** Which guides belong to it. */
	has: (guide: Guide) => boolean;
}

const signIn = ['reset-password', 'change-password', 'account-locked', 'pin-handheld'];

export const plainTopics: PlainTopic[] = [
	{
		topic: 'password',
		drawing: 'password',
		name: m.app_tile_password,
		intro: m.app_topic_password,
		has: (guide) => guide.category === 'signin' && guide.id !== 'system-access-request'
	},
	{
		topic: 'access',
		drawing: 'access',
		name: m.app_tile_access,
		intro: m.app_topic_access,
		has: ({ id }) => ['system-access-request', 'new-employee', 'employee-leaves', 'shared-device-switch'].includes(id)
	},
	{
		topic: 'order',
		drawing: 'order',
		name: m.app_tile_order,
		intro: m.app_topic_order,
		has: ({ id }) => ['order-equipment', 'order-not-sent', 'order-wrong-quantity'].includes(id)
	},
	{
		topic: 'booking',
		drawing: 'booking',
		name: m.app_tile_booking,
		intro: m.app_topic_booking,
		has: ({ id, service }) => service === 'it-support' && id !== 'order-equipment'
	}
];

export const plainTopic = (name: string): PlainTopic | undefined => plainTopics.find(({ topic }) => topic === name);

/** What people come for most stands first; the rest as they lie. */
export const guidesOf = ({ has }: PlainTopic, guides: readonly Guide[]): Guide[] =>
	guides.filter(has).toSorted((a, b) => rank(a.id) - rank(b.id));

const rank = (id: string): number => (signIn.includes(id) ? signIn.indexOf(id) : signIn.length);
