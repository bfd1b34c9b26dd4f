import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../ticket/event.ts';
import { addOpenMinutes, alwaysOpen } from './calendar.ts';
import { log, reported, terms } from './fixtures.ts';
import { promiseFor } from './promise.ts';

const zone = 'Europe/Copenhagen';
const asked: EventBody = { kind: 'asked', text: 'Which one?', choices: [] };
const replied: EventBody = { kind: 'replied', text: 'The left', photos: [] };
const answered: EventBody = { kind: 'answered', text: 'Try the cradle', photos: [] };
const resolved: EventBody = { kind: 'resolved', text: 'Cleaned', solutionPoint: 'firstLine', guideId: null };
const promised = (before: string): EventBody => ({ kind: 'promised', before });
const weighs = (impact: 'person' | 'workplace', urgency: 'low' | 'medium' | 'high'): EventBody => ({
	kind: 'prioritised',
	impact,
	urgency
});

// Monday 2026-11-23, local 08–16 is 07–15Z; medium is 120 open minutes.
const d = (time: string, day = 23) => `2026-11-${day}T${time}:00.000Z`;

describe('the promise of a ticket', () => {
	it.each<[string, [string, EventBody][], state: string, before: string, startedAt: string]>([
		['begins with the report', [[d('08:00'), reported()]], 'running', d('10:00'), d('08:00')],
		['counts open time only', [[d('14:00'), reported()]], 'running', d('08:00', 24), d('14:00')],
		['begins at night when it opens', [[d('01:00'), reported()]], 'running', d('09:00'), d('01:00')],
		['follows urgency', [[d('08:00'), reported('high')]], 'running', d('09:00'), d('08:00')],
		[
			'is not kept by looking',
			[
				[d('08:00'), reported()],
				[d('08:10'), { kind: 'seen' }]
			],
			'running',
			d('10:00'),
			d('08:00')
		],
		[
			'is not kept by taking',
			[
				[d('08:00'), reported()],
				[d('08:10'), { kind: 'taken' }]
			],
			'running',
			d('10:00'),
			d('08:00')
		],
		[
			'is kept by an answer',
			[
				[d('08:00'), reported()],
				[d('08:30'), answered]
			],
			'met',
			d('10:00'),
			d('08:00')
		],
		[
			'is kept by a solution',
			[
				[d('08:00'), reported()],
				[d('08:30'), resolved]
			],
			'met',
			d('10:00'),
			d('08:00')
		],
		[
			'ends with a withdrawal',
			[
				[d('08:00'), reported()],
				[d('08:30'), { kind: 'withdrawn' }]
			],
			'met',
			d('10:00'),
			d('08:00')
		],
		[
			'waits on a question',
			[
				[d('08:00'), reported()],
				[d('08:30'), asked]
			],
			'waiting',
			d('10:00'),
			d('08:00')
		],
		[
			'goes on with what was left',
			[
				[d('08:00'), reported()],
				[d('08:30'), asked],
				[d('12:00'), replied]
			],
			'running',
			d('13:30'),
			d('12:00')
		],
		[
			'goes on over the night',
			[
				[d('08:00'), reported()],
				[d('08:30'), asked],
				[d('14:30'), replied]
			],
			'running',
			d('08:00', 24),
			d('14:30')
		],
		[
			'begins anew when it was late',
			[
				[d('08:00'), reported()],
				[d('11:00'), asked],
				[d('12:00'), replied]
			],
			'running',
			d('14:00'),
			d('12:00')
		],
		[
			'does not move on a second question',
			[
				[d('08:00'), reported()],
				[d('08:30'), asked],
				[d('09:30'), asked],
				[d('12:00'), replied]
			],
			'running',
			d('13:30'),
			d('12:00')
		],
		[
			'is not moved by a reply nobody asked for',
			[
				[d('08:00'), reported()],
				[d('09:00'), replied]
			],
			'running',
			d('10:00'),
			d('08:00')
		],
		[
			'begins with a reply to an answer',
			[
				[d('08:00'), reported()],
				[d('08:30'), answered],
				[d('09:00'), replied]
			],
			'running',
			d('11:00'),
			d('09:00')
		],
		[
			'stays kept when a solved case is thanked for',
			[
				[d('08:00'), reported()],
				[d('08:30'), resolved],
				[d('09:00'), replied]
			],
			'met',
			d('10:00'),
			d('08:00')
		],
		[
			'begins with a reopening',
			[
				[d('08:00'), reported()],
				[d('08:30'), resolved],
				[d('09:00'), { kind: 'reopened', text: '' }]
			],
			'running',
			d('11:00'),
			d('09:00')
		],
		[
			'is what a person says',
			[
				[d('08:00'), reported()],
				[d('09:30'), promised(d('12:00'))]
			],
			'running',
			d('12:00'),
			d('09:30')
		],
		[
			'is a person’s also after an answer',
			[
				[d('08:00'), reported()],
				[d('08:30'), answered],
				[d('08:31'), promised(d('12:00'))]
			],
			'running',
			d('12:00'),
			d('08:31')
		],
		[
			'waits with a person’s time',
			[
				[d('08:00'), reported()],
				[d('08:30'), asked],
				[d('08:31'), promised(d('09:31'))],
				[d('12:00'), replied]
			],
			'running',
			d('13:00'),
			d('12:00')
		],
		[
			'comes nearer when it weighs more',
			[
				[d('08:00'), reported('low')],
				[d('08:30'), weighs('person', 'medium')]
			],
			'running',
			d('10:30'),
			d('08:00')
		],
		[
			'does not go further away when it weighs less',
			[
				[d('08:00'), reported('high')],
				[d('08:30'), weighs('person', 'low')]
			],
			'running',
			d('09:00'),
			d('08:00')
		],
		[
			'does not go further away when it weighs more late',
			[
				[d('08:00'), reported()],
				[d('09:45'), weighs('person', 'high')]
			],
			'running',
			d('10:00'),
			d('08:00')
		]
	])('%s', (_, entries, state, before, startedAt) => {
		expect(promiseFor(log(...entries), terms, zone)).toEqual({ state, before, startedAt, zone });
	});

	it('counts a critical case on its own clock', () => {
		const night = { ...terms, critical: alwaysOpen(zone) };
		const events = log([d('20:00'), reported('high')], [d('20:10'), weighs('workplace', 'high')]);
		expect(promiseFor(events, night, zone)?.before).toBe(d('21:10'));
		expect(promiseFor(events.slice(0, 1), night, zone)?.before).toBe(d('08:00', 24));
	});

	it('is computed again when the calendar is corrected', () => {
		const holiday = { ...terms, calendar: { ...terms.calendar, days: { '2026-11-23': [] } } };
		expect(promiseFor(log([d('08:00'), reported()]), holiday, zone)?.before).toBe(d('09:00', 24));
	});

	it('is none where nobody is ever there', () => {
		const closed = { ...terms, calendar: { zone, week: {}, days: {} } };
		expect(promiseFor(log([d('08:00'), reported()]), closed, zone)).toBeNull();
		expect(promiseFor([], terms, zone)).toBeNull();
	});

	it('a question and its reply never bring it nearer than it was, nor take open time away', () => {
		fc.assert(
			fc.property(fc.nat(119), fc.nat(10_000), (askedAfter, repliedAfter) => {
				const start = Date.parse(d('08:00'));
				const iso = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
				const events = log([iso(0), reported()], [iso(askedAfter), asked], [iso(askedAfter + repliedAfter), replied]);
				const promise = promiseFor(events, terms, zone);
				const replyMs = start + (askedAfter + repliedAfter) * 60_000;
				expect(Date.parse(promise!.before)).toBe(addOpenMinutes(terms.calendar, replyMs, 120 - askedAfter));
				expect(Date.parse(promise!.before)).toBeGreaterThanOrEqual(Date.parse(d('10:00')));
			})
		);
	});
});
