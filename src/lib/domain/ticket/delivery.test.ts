import { describe, expect, it } from 'vitest';
import { deliveryOf, type Waiting } from './delivery.ts';
import { anna, ticketOf } from './fixtures.ts';

const waiting = (state: Waiting['state'], files: Waiting['files'] = [], code: string | null = null): Waiting => ({
	state,
	code,
	files
});
const photo = (offset: number, state: Waiting['files'][number]['state'] = 'sending', code: string | null = null) => ({
	size: 100,
	offset,
	state,
	code
});
const numbered = { ...ticketOf(), number: 4821 };

describe('what became of what one wrote', () => {
	it('waits, also when the ticket is already on the screen', () => {
		expect(deliveryOf(ticketOf(), waiting('queued'))).toEqual({ state: 'queued' });
	});

	it('waits while an attempt without network has not come back, and goes on counting photos that wait', () => {
		expect(deliveryOf(ticketOf(), waiting('sending', [photo(0)]), false)).toEqual({ state: 'queued' });
		expect(deliveryOf(ticketOf(), waiting('sending', [photo(0)]), true).state).toBe('sending');
		expect(deliveryOf(numbered, waiting('acked', [photo(50)]), false).state).toBe('sending');
	});

	it('sends the text, then says which of the photos travels', () => {
		const item = waiting('acked', [photo(100, 'verified'), photo(50)]);
		expect(deliveryOf(numbered, item)).toEqual({ state: 'sending', photo: 2, photos: 2, fraction: 0.75 });
		const text = waiting('sending', [photo(0, 'waiting')]);
		expect(deliveryOf(null, text)).toEqual({ state: 'sending', photo: 0, photos: 1, fraction: 0 });
	});

	it('is sent when the server has it, at the desk when it came back with a number, seen when a person opened it', () => {
		expect(deliveryOf(ticketOf(), waiting('acked')).state).toBe('sent');
		expect(deliveryOf(numbered, waiting('acked', [photo(100, 'verified')])).state).toBe('delivered');
		const opened = { ...ticketOf({ then: [[{ kind: 'seen' }, anna]] }), number: 4821 };
		expect(deliveryOf(opened, null)).toMatchObject({ state: 'seen', name: 'Anna Lind' });
	});

	it('needs the person with a reason, and an unknown reason is still said', () => {
		expect(deliveryOf(null, waiting('needsYou', [], 'photo_damaged'))).toEqual({
			state: 'needsYou',
			code: 'photo_damaged'
		});
		expect(deliveryOf(null, waiting('needsYou', [], 'from_the_future'))).toMatchObject({ code: 'unexpected' });
		expect(deliveryOf(null, waiting('needsYou', [], 'id_conflict')).state).toBe('changed');
	});

	it('names a photo that is lost, although the text has arrived', () => {
		expect(deliveryOf(numbered, waiting('acked', [photo(0, 'damaged')]))).toEqual({
			state: 'needsYou',
			code: 'photo_damaged'
		});
		expect(deliveryOf(numbered, waiting('acked', [photo(0, 'refused', 'photo_not_readable')]))).toMatchObject({
			code: 'photo_not_readable'
		});
	});

	it('looks at the ticket when what waited was discarded or replaced', () => {
		expect(deliveryOf(numbered, waiting('superseded')).state).toBe('delivered');
		expect(deliveryOf(numbered, waiting('discarded')).state).toBe('delivered');
	});
});
