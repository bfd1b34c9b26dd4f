import type { By, EventOf, TicketEvent } from '#lib/domain/ticket/event.ts';

type Message = EventOf<'reported' | 'replied' | 'reopened' | 'answered' | 'asked' | 'noted' | 'resolved'>;
type Fact = EventOf<'taken' | 'assigned' | 'promised' | 'prioritised' | 'confirmed' | 'withdrawn' | 'amended'>;

/** What was said, as bubbles; what was done, as quiet lines between them. */
export type Entry = { as: 'theirs' | 'ours' | 'note'; by: By; event: Message } | { as: 'fact'; by: By; event: Fact };

/** The log as the desk reads it. Looking at a case and following it say nothing here. */
export function conversation(events: readonly TicketEvent[]): Entry[] {
	return events.flatMap((event): Entry[] => {
		const { by } = event;
		switch (event.kind) {
			case 'reported':
			case 'replied':
				return [{ as: 'theirs', by, event }];
			case 'reopened':
				return [{ as: 'theirs', by, event }];
			case 'answered':
			case 'asked':
			case 'resolved':
				return [{ as: 'ours', by, event }];
			case 'noted':
				return [{ as: 'note', by, event }];
			case 'taken':
			case 'assigned':
			case 'promised':
			case 'prioritised':
			case 'confirmed':
			case 'withdrawn':
			case 'amended':
				return [{ as: 'fact', by, event }];
			default:
				return [];
		}
	});
}
