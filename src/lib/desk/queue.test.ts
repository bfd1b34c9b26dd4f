import { describe, expect, it } from 'vitest';
import type { TicketRow } from '#lib/domain/rows.ts';
import { lookAlikes } from './alike.ts';
import { conversation } from './conversation.ts';
import { anna, caseOf, jonas, lars, nowMs, tickets } from './fixtures.ts';
import { neighbour, queueOf, viewOf } from './queue.ts';
import { matches } from './search.ts';
import { solutionPointOf } from './solution-point.ts';

const story = { n: 40, name: 'Ida Krogh', place: '031', left: 30, of: 60, report: {} };
const late = { ...story, left: -5 };
const by = (who: typeof anna, ...then: NonNullable<Parameters<typeof caseOf>[0]['then']>[number][2][]) =>
	then.map((body): [number, typeof anna, typeof body] => [-10, who, body]);
const taken = { kind: 'taken' } as const;
const asked = { kind: 'asked', text: 'Hvilken?', choices: [] } as const satisfies object;

describe('the views of the queue', () => {
	it.each<[string, TicketRow, string | null]>([
		['nobody’s is common', caseOf(story), 'common'],
		['what I have is mine', caseOf({ ...story, then: by(anna, taken) }), 'mine'],
		['a colleague’s is theirs', caseOf({ ...story, then: by(jonas, taken) }), null],
		['a colleague’s late one is everybody’s', caseOf({ ...late, then: by(jonas, taken) }), 'common'],
		['my late one is mine', caseOf({ ...late, then: by(anna, taken) }), 'mine'],
		[
			'a question waits, whoever asked',
			caseOf({ ...story, then: by(jonas, taken, { ...asked, choices: [] }) }),
			'waiting'
		],
		[
			'a solved one is in none',
			caseOf({ ...story, then: by(anna, { kind: 'resolved', text: 'Ja', solutionPoint: 'firstLine', guideId: null }) }),
			null
		],
		['a withdrawn one is in none', caseOf({ ...story, then: by(anna, { kind: 'withdrawn' }) }), null]
	])('%s', (_, ticket, view) => {
		expect(viewOf(ticket, anna.id, nowMs)).toBe(view);
	});

	it('puts the nearest promise first', () => {
		const names = queueOf(tickets.toReversed(), anna.id, nowMs).common.map(({ requester }) => requester.name);
		expect(names.slice(0, 3)).toEqual(['Lars Holm', 'Amira Said', 'Mette Kjær']);
	});

	it('goes to the neighbour, and not past the ends', () => {
		const list = [{ id: 'a' }, { id: 'b' }];
		expect([neighbour(list, null, 1), neighbour(list, 'a', 1), neighbour(list, 'b', -1)]).toEqual([
			{ id: 'a' },
			{ id: 'b' },
			{ id: 'a' }
		]);
		expect([neighbour(list, 'b', 1), neighbour(list, 'a', -1), neighbour([], null, 1)]).toEqual([
			undefined,
			undefined,
			undefined
		]);
	});
});

describe('search', () => {
	it.each([
		['4817', true],
		['#4817', true],
		['k7f2', true],
		['K7 F2', true],
		['lars', true],
		['koe', true],
		['holm terminal', true],
		['holm dørlås', false],
		['', true]
	])('%j', (query, found) => {
		expect(matches(query, [4817, 'K7F2', 'Lars Holm', null, 'Terminalen står, kø'])).toBe(found);
	});
});

describe('look-alikes', () => {
	it('are open cases on the same thing and symptom within a day, in all workplaces', () => {
		expect(lookAlikes(lars, tickets).map(({ requester }) => requester.name)).toEqual([
			'Ida Krogh',
			'Bo Ravn',
			'Lars Holm'
		]);
	});
	it('are none when they are two', () => {
		expect(lookAlikes(lars, tickets.slice(0, -1))).toEqual([]);
	});
});

it('reads the log as words and deeds, without looking and following', () => {
	const ticket = caseOf({ ...story, then: by(anna, { kind: 'seen' }, taken, asked as never, { kind: 'followed' }) });
	expect(conversation(ticket.events).map(({ as, event }) => [as, event.kind])).toEqual([
		['theirs', 'reported'],
		['fact', 'taken'],
		['ours', 'asked']
	]);
});

it('knows where a case is solved from who solves it', () => {
	const { organisationId } = lars;
	const held = (...roles: ('agent' | 'specialist')[]) => ({ grants: [{ organisationId, roles }] });
	expect(solutionPointOf(held('agent'), organisationId, false)).toBe('firstLine');
	expect(solutionPointOf(held('specialist'), organisationId, false)).toBe('specialist');
	expect(solutionPointOf(held('agent', 'specialist'), organisationId, false)).toBe('firstLine');
	expect(solutionPointOf(held('specialist'), organisationId, true)).toBe('supplier');
});
