import { describe, expect, it } from 'vitest';
import { anna, mette, otherShop, shop, ticketOf, yusuf } from './fixtures.ts';
import { concerns, groupMine, groupWorkplace, waitsFor } from './mine.ts';
import type { EventBody } from './event.ts';

const asked: [EventBody, typeof anna] = [{ kind: 'asked', text: 'Which colour?', choices: ['Red'] }, anna];
const solved: [EventBody, typeof anna] = [
	{ kind: 'resolved', text: 'New cradle', solutionPoint: 'firstLine', guideId: null },
	anna
];
const noon = Date.UTC(2026, 11, 1, 12);

describe('what waits for the reader', () => {
	it('is a question, also for the one who reported for a colleague, but not for a follower', () => {
		const ticket = ticketOf({ by: yusuf, requester: mette, then: [asked] });
		expect(waitsFor(ticket, mette.id, noon)).toBe(true);
		expect(waitsFor(ticket, yusuf.id, noon)).toBe(true);
		const followed = ticketOf({ then: [asked, [{ kind: 'followed' }, yusuf]] });
		expect(concerns(followed, yusuf.id)).toBe(true);
		expect(waitsFor(followed, yusuf.id, noon)).toBe(false);
	});

	it('is a solution to try, for a week, until it is confirmed', () => {
		expect(waitsFor(ticketOf({ then: [solved] }), mette.id, noon)).toBe(true);
		expect(waitsFor(ticketOf({ then: [solved] }), mette.id, noon + 8 * 24 * 3_600_000)).toBe(false);
		expect(waitsFor(ticketOf({ then: [solved, [{ kind: 'confirmed' }, mette]] }), mette.id, noon)).toBe(false);
	});
});

it('groups the reader’s cases: waiting first, the latest change first', () => {
	const question = ticketOf({ n: 1, then: [asked] });
	const quiet = ticketOf({ n: 2 });
	const newer = ticketOf({ n: 3, then: [[{ kind: 'seen' }, anna]] });
	const done = ticketOf({ n: 4, then: [solved, [{ kind: 'confirmed' }, mette]] });
	const foreign = ticketOf({ n: 5, by: yusuf });
	const groups = groupMine([quiet, done, foreign, newer, question], mette.id, noon);
	expect(groups).toEqual({ waiting: [question], open: [newer, quiet], closed: [done] });
});

it('shows a workplace only what is open to all of it, and what was solved today', () => {
	const open = ticketOf({ n: 1, by: yusuf });
	const hidden = ticketOf({ n: 2, isPrivate: true });
	const elsewhere = ticketOf({ n: 3, departmentId: otherShop });
	const gone = ticketOf({ n: 4, then: [[{ kind: 'withdrawn' }, mette]] });
	const today = ticketOf({ n: 5, then: [solved] });
	const all = [open, hidden, elsewhere, gone, today];
	expect(groupWorkplace(all, shop, Date.UTC(2026, 11, 1))).toEqual({ open: [open], solved: [today] });
	expect(groupWorkplace(all, shop, Date.UTC(2026, 11, 2)).solved).toEqual([]);
});
