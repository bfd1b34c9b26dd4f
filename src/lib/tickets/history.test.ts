import { expect, it } from 'vitest';
import { anna, mette, ticketOf } from '#lib/domain/ticket/fixtures.ts';
import { m } from '#lib/paraglide/messages.js';
import { historyOf } from './history.ts';

it('says of each word in a case who wrote it and what it was, and never a name alone', () => {
	const { events } = ticketOf({
		by: mette,
		then: [
			[{ kind: 'asked', text: 'Which lamp is lit?', choices: [] }, anna],
			[{ kind: 'replied', text: 'The red one', photos: [] }, mette],
			[{ kind: 'answered', text: 'Then it charges', photos: [] }, anna]
		]
	});
	const said = (me: typeof anna) => historyOf(events, me.id, 0).map(({ text }) => text);
	const name = 'Anna';
	expect(said(mette)).toEqual([
		m.tickets_event_answered({ name }),
		m.tickets_event_wrote_me(),
		m.tickets_event_asked({ name }),
		m.tickets_event_reported_me()
	]);
	expect(said(anna)[1]).toBe(m.tickets_event_wrote({ name: 'Mette' }));
});
