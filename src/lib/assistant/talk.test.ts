import { describe, expect, it } from 'vitest';
import type { Answer } from '#lib/domain/answers.ts';
import type { TicketId } from '#lib/domain/ids.ts';
import {
	atHand,
	isOver,
	ownWords,
	replyTo,
	topicOf,
	triedIn,
	type Own,
	type Reading,
	type Reply,
	type Theirs
} from './talk.ts';

const at = '2026-11-26T08:00:00Z';
const own = (text: string): Own => ({ by: 'person', id: text, at, text, isMasked: false });
const theirs = (reply: Reply, reading: Reading | null = null, more: Partial<Theirs> = {}): Theirs => ({
	by: 'assistant',
	id: JSON.stringify(reply),
	at,
	reply,
	danger: null,
	topic: null,
	asked: null,
	reading,
	...more
});
const guide = (guideId: string, reading: Reading | null = null) =>
	theirs({ kind: 'answer', guideId, how: 'sure' }, reading);
const choose = theirs({ kind: 'choose', guideIds: ['a', 'b'] });
const handedOver = theirs({ kind: 'handedOver', draftId: 'd', ticketId: 't' as TicketId });
const unsure: Answer = {
	kind: 'choose',
	guides: ['a', 'b', 'c', 'd'].map((guideId) => ({ guideId, confidence: 0.3 }))
};
const worked: Reading = { step: 2, outcome: { worked: true, steps: 3 } };

describe('never more than one question back', () => {
	it('offers three guesses the first time, names the likeliest the second', () => {
		expect(replyTo(unsure, [])).toEqual({ kind: 'choose', guideIds: ['a', 'b', 'c'] });
		expect(replyTo(unsure, [own('x'), choose, own('y')])).toEqual({ kind: 'answer', guideId: 'a', how: 'unsure' });
	});

	it('may ask again about the next trouble', () => {
		for (const end of [guide('a', worked), handedOver])
			expect(replyTo(unsure, [own('x'), choose, end])).toMatchObject({ kind: 'choose' });
		const unsolved = guide('a', { step: 2, outcome: { worked: false, steps: 3 } });
		expect(replyTo(unsure, [own('x'), choose, unsolved])).toMatchObject({ how: 'unsure' });
	});

	it('says that it does not know when nothing was found, whatever the kind', () => {
		expect(replyTo({ kind: 'answer', guides: [] }, [])).toEqual({ kind: 'unknown' });
		expect(replyTo({ kind: 'unknown', guides: unsure.guides }, [])).toEqual({ kind: 'unknown' });
	});
});

it('takes along what was tried: each guide once with the most steps, also one that was left half-way', () => {
	const turns = [
		guide('a', { step: 1, outcome: { worked: false, steps: 2 } }),
		guide('a', { step: 4, outcome: null }),
		guide('b', { step: 0, outcome: null }),
		guide('c', worked),
		guide('d')
	];
	expect(triedIn(turns)).toEqual([{ guideId: 'a', steps: 4, worked: false }]);
});

it('takes along what was said of the trouble, and no thanks', () => {
	const turns = [
		own('hej'),
		theirs({ kind: 'small', small: 'greeting' }),
		own('scanneren læser ikke'),
		choose,
		own('nu er der heller ikke rødt lys'),
		theirs({ kind: 'unknown' })
	];
	expect(ownWords(turns)).toBe('scanneren læser ikke\nnu er der heller ikke rødt lys');
	expect(ownWords(atHand([...turns, handedOver, own('printeren'), choose]))).toBe('printeren');
});

it('is reported under the topic of the latest question', () => {
	expect(topicOf([theirs({ kind: 'unknown' }, null, { topic: 'order' }), choose])).toBe('order');
	expect(topicOf([choose])).toBeNull();
});

it('is over a day after its last word', () => {
	const noon = Date.parse('2026-11-27T08:00:00Z');
	expect(isOver([own('x')], noon)).toBe(false);
	expect(isOver([own('x')], noon + 1)).toBe(true);
	expect(isOver([], noon)).toBe(false);
});
