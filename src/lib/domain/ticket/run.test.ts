import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DepartmentId, MutationId, OrganisationId, PersonId, TicketId } from '../ids.ts';
import type { By, Report } from './event.ts';
import { foldAll, type Place } from './fold.ts';
import { runTicketMutation, ticketMutations } from './run.ts';
import { isOpen, type Ticket } from './ticket.ts';

const id = (n: number) => `0192f0a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const mette: By = { id: id(1) as PersonId, name: 'Mette Kjær' };
const anna: By = { id: id(2) as PersonId, name: 'Anna Lind' };
const place: Place = { id: id(9) as TicketId, organisationId: id(8) as OrganisationId, requesterName: 'Mette Kjær' };
const report: Report = {
	topic: 'broken',
	deviceKind: 'handheld',
	assetTag: null,
	symptom: 'charge',
	text: '',
	urgency: 'medium',
	tried: [],
	photos: [],
	locale: 'da'
};
const first = {
	ticketId: place.id,
	reference: 'K7F2',
	requesterId: mette.id,
	departmentId: id(7) as DepartmentId,
	report
};

let clock = 0;
const run = (ticket: Ticket | null, kind: string, payload: object, by: By) => {
	clock += 1;
	const stamp = { mutationId: id(100 + clock) as MutationId, by, at: new Date(clock * 60_000).toISOString() };
	return runTicketMutation(kind, ticket, { ticketId: place.id, ...payload }, stamp, place);
};
const after = (...steps: [kind: string, payload: object, by: By][]): Ticket =>
	steps.reduce<Ticket | null>((ticket, [kind, payload, by]) => {
		const result = run(ticket, kind, payload, by);
		if (!result.ok) throw new Error(`${kind}: ${result.code}`);
		return result.value.ticket;
	}, null)!;

const reported: [string, object, By] = ['ticket.report', first, mette];
const taken: [string, object, By] = ['ticket.take', {}, anna];
const solved: [string, object, By] = [
	'ticket.resolve',
	{ text: 'New cradle', solutionPoint: 'firstLine', guideId: null },
	anna
];

describe('a ticket from report to confirmation', () => {
	it('begins with the report and keeps who wrote it for whom', () => {
		const ticket = after(['ticket.report', first, anna]);
		expect(ticket).toMatchObject({
			reference: 'K7F2',
			requester: { name: 'Mette Kjær' },
			reporter: anna,
			number: null
		});
		expect(isOpen(ticket)).toBe(true);
	});

	it('waits for the requester after a question, and no longer after a reply', () => {
		const asked = after(reported, ['ticket.ask', { text: 'Which colour?', choices: ['Red', 'Green'] }, anna]);
		expect(asked.question).toMatchObject({ by: anna, choices: ['Red', 'Green'] });
		const replied = run(asked, 'ticket.reply', { text: 'Red', photos: [] }, mette);
		expect(replied.ok && replied.value.ticket?.question).toBeNull();
	});

	it('counts a transfer when it goes from one person to another, not when it is first taken', () => {
		expect(after(reported, taken).transfers).toBe(0);
		const assign = { assigneeId: mette.id, assigneeName: 'Mette Kjær', text: '' };
		expect(after(reported, taken, ['ticket.assign', assign, anna]).transfers).toBe(1);
	});

	it('is open again after "it does not work"', () => {
		expect(isOpen(after(reported, solved, ['ticket.reopen', { text: 'Still black' }, mette]))).toBe(true);
	});

	it('is edited by its own reporter through the same mutation', () => {
		const edited = after(reported, ['ticket.report', { ...first, report: { ...report, text: 'Both' } }, mette]);
		expect(edited.report.text).toBe('Both');
		expect(edited.events.map((event) => event.kind)).toEqual(['reported', 'amended']);
	});

	it('is private from the edit on that makes it so, and stays it', () => {
		const about = (topic: Report['topic']): [string, object, By] => [
			'ticket.report',
			{ ...first, report: { ...report, topic } },
			mette
		];
		expect(after(reported).isPrivate).toBe(false);
		expect(after(reported, about('password')).isPrivate).toBe(true);
		expect(after(reported, about('password'), about('broken')).isPrivate).toBe(true);
	});
});

describe('what is refused', () => {
	const open = after(reported);
	const closed = after(reported, solved);
	const gone = after(reported, ['ticket.withdraw', {}, mette]);
	it.each([
		['a reply to nothing', null, 'ticket.reply', { text: 'x', photos: [] }, mette, 'not_found'],
		['an edit by somebody else', open, 'ticket.report', first, anna, 'id_conflict'],
		['an edit of a solved case', closed, 'ticket.report', first, mette, 'already_resolved'],
		['taking a solved case', closed, 'ticket.take', {}, anna, 'already_resolved'],
		['answering a withdrawn case', gone, 'ticket.answer', { text: 'x', photos: [] }, anna, 'already_withdrawn'],
		['withdrawing a solved case', closed, 'ticket.withdraw', {}, mette, 'already_resolved'],
		['confirming an open case', open, 'ticket.confirm', {}, mette, 'not_resolved'],
		['reopening an open case', open, 'ticket.reopen', { text: '' }, mette, 'not_resolved'],
		['an empty reply', open, 'ticket.reply', { text: ' ', photos: [] }, mette, 'invalid_input'],
		['10,001 characters', open, 'ticket.reply', { text: 'x'.repeat(10_001), photos: [] }, mette, 'invalid_input'],
		['a kind nobody knows', open, 'ticket.explode', {}, mette, 'unknown_kind']
	])('%s', (_what, ticket, kind, payload, by, code) => {
		expect(run(ticket, kind, payload, by)).toEqual({ ok: false, code });
	});
});

describe('for every order of mutations', () => {
	const step = fc.constantFrom(...ticketMutations.keys());
	const payload = {
		...first,
		text: 'text',
		photos: [],
		choices: [],
		assigneeId: null,
		assigneeName: null,
		before: '2026-11-24T10:15:00Z',
		impact: 'workplace',
		urgency: 'high',
		solutionPoint: 'firstLine',
		guideId: null
	};
	it('the log folds to the same ticket, and a case is never solved and withdrawn at once', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(step, fc.constantFrom(mette, anna)), { maxLength: 30 }), (steps) => {
				let ticket = after(reported);
				for (const [kind, by] of steps) {
					const result = run(ticket, kind, payload, by);
					if (result.ok) ticket = result.value.ticket!;
				}
				expect(foldAll(ticket.events, place)).toEqual(ticket);
				expect(ticket.resolution && ticket.withdrawal).toBeNull();
			})
		);
	});
});
