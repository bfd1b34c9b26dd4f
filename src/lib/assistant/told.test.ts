import { expect, it } from 'vitest';
import { locales } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { wishIn } from '#lib/text/wish.ts';
import type { Theirs, Turn } from './talk.ts';
import { told } from './told.ts';

const at = '2026-11-26T08:00:00Z';
const own = (text: string): Turn => ({ by: 'person', id: text, at, text, isMasked: false });
const theirs = (over: Partial<Theirs>): Turn => ({
	by: 'assistant',
	id: 'a',
	at,
	reply: { kind: 'unknown' },
	danger: null,
	topic: null,
	asked: null,
	reading: null,
	...over
});
const titleOf = (id: string) => `<${id}>`;

it.each(locales)('what is offered to be asked is understood in %s', (locale) => {
	expect(wishIn(m.assistant_ask_case({}, { locale }))).toBe('ownCase');
	expect(wishIn(m.assistant_ask_others({}, { locale }))).toBe('onlyMe');
	expect(wishIn(m.assistant_ask_open({}, { locale }))).toBe('opening');
});

it('tells the whole talk: what was said, which guides were named, and what became of them', () => {
	const said = told(
		[
			own('it beeps'),
			theirs({ reply: { kind: 'choose', guideIds: ['a', 'b'] } }),
			own('<a>'),
			theirs({
				reply: { kind: 'answer', guideId: 'a', how: 'chosen' },
				reading: { step: 2, outcome: { worked: false, steps: 3 } }
			})
		],
		titleOf
	);
	expect(said.map(({ by }) => by)).toEqual(['person', 'assistant', 'person', 'assistant', 'person']);
	expect(said[1]!.text).toMatch(/<a>[^]*<b>/);
	expect(said[3]!.text).toContain('<a>');
	expect(said[4]!.text).toContain('3');
});

it('of a very long talk the newest part goes along, in its order', () => {
	const turns = Array.from({ length: 30 }, (_, n) => own(`${n} ${'x'.repeat(5_000)}`));
	const said = told(turns, titleOf);
	expect(said.map(({ text }) => text.slice(0, 2))).toEqual(['23', '24', '25', '26', '27', '28', '29']);
	expect(told([own('x'.repeat(10_000)), own('y')], titleOf)).toHaveLength(2);
});
