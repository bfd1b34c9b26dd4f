import Check from '@lucide/svelte/icons/check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import Eye from '@lucide/svelte/icons/eye';
import MessageSquare from '@lucide/svelte/icons/message-square';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import UserRound from '@lucide/svelte/icons/user-round';
import type { PersonId } from '#lib/domain/ids.ts';
import type { TicketEvent } from '#lib/domain/ticket/event.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Icon } from '#lib/ui/icon.ts';
import { timeWord } from './when.ts';

/** What happened to a case, as lines for the one who waits. What somebody said is a bubble instead and not here. */
export type Line = { key: string; text: string; icon: Icon; at: string };

const first = (name: string): string => name.split(' ')[0] ?? name;

function textOf(event: TicketEvent, me: PersonId, now: number): [text: string, icon: Icon] | null {
	const name = first(event.by.name);
	const isMine = event.by.id === me;
	const wrote = (word: (by: { name: string }) => string): [string, Icon] => [
		isMine ? m.tickets_event_wrote_me() : word({ name }),
		MessageSquare
	];
	switch (event.kind) {
		case 'reported':
			return [isMine ? m.tickets_event_reported_me() : m.tickets_event_reported({ name }), Check];
		case 'amended':
			return [m.tickets_event_amended(), Check];
		case 'followed':
			return [isMine ? m.tickets_following() : m.tickets_event_followed({ name }), Eye];
		case 'confirmed':
			return [m.tickets_event_confirmed(), Check];
		case 'reopened':
			return [m.tickets_event_reopened(), RotateCcw];
		case 'withdrawn':
			return [m.tickets_event_withdrawn(), Check];
		case 'seen':
			return [m.tickets_event_seen({ name }), Eye];
		case 'taken':
			return [m.tickets_event_taken({ name }), UserRound];
		case 'assigned':
			return event.assigneeName
				? [m.tickets_event_assigned({ name: first(event.assigneeName) }), UserRound]
				: [m.tickets_event_queue(), UserRound];
		case 'promised':
			return [m.tickets_event_promised({ time: timeWord(event.before, now) }), Check];
		case 'prioritised':
			return [m.tickets_event_prioritised(), Check];
		case 'resolved':
			return [m.tickets_solved(), CheckCheck];
		case 'asked':
			return wrote(m.tickets_event_asked);
		case 'answered':
			return wrote(m.tickets_event_answered);
		case 'replied':
			return wrote(m.tickets_event_wrote);
		default:
			return null;
	}
}

/** The newest first, as one reads a case to see how it stands. What was tried before reporting is the oldest line. */
export function historyOf(events: readonly TicketEvent[], me: PersonId, now: number): Line[] {
	const lines = events.flatMap((event): Line[] => {
		const said = textOf(event, me, now);
		if (!said) return [];
		const line = { key: `${event.mutationId}.${event.kind}`, text: said[0], icon: said[1], at: event.at };
		if (event.kind !== 'reported') return [line];
		const { tried, photos } = event.report;
		const steps = tried.reduce((sum, { steps }) => sum + steps, 0);
		const before = steps
			? [{ ...line, key: `${line.key}.tried`, text: m.tickets_event_tried({ steps }), icon: Check }]
			: [];
		const sent = photos.length
			? [
					{
						...line,
						key: `${line.key}.photos`,
						text: m.tickets_event_reported_photos({ count: photos.length }),
						icon: CheckCheck
					}
				]
			: [];
		return [...before, line, ...sent];
	});
	return lines.toReversed();
}
