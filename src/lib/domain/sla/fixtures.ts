import type { DepartmentId } from '../ids.ts';
import type { By, EventBody, Report, TicketEvent } from '../ticket/event.ts';
import type { SlaTerms } from './terms.ts';

// A log for tests: who does what, when. Copenhagen in November: local time is UTC + 1.

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const mette = { id: uuid(1), name: 'Mette Holm' } as By;
export const anna = { id: uuid(2), name: 'Anna Lund' } as By;

const report = {
	topic: 'broken',
	deviceKind: 'handheld',
	assetTag: null,
	symptom: 'charge',
	text: '',
	urgency: 'medium',
	tried: [],
	photos: [],
	locale: 'da'
} as const satisfies Report;

const day = [{ opens: '08:00', closes: '16:00' }];
export const terms: SlaTerms = {
	calendar: { zone: 'Europe/Copenhagen', week: { 1: day, 2: day, 3: day, 4: day, 5: day }, days: {} },
	critical: { zone: 'Europe/Copenhagen', week: { 1: day, 2: day, 3: day, 4: day, 5: day }, days: {} },
	target: { low: 480, medium: 120, high: 60 }
};

export const reported = (urgency: Report['urgency'] = 'medium'): EventBody => ({
	kind: 'reported',
	report: { ...report, urgency },
	reference: 'K7QM',
	type: 'incident',
	departmentId: uuid(3) as DepartmentId,
	requesterId: mette.id,
	isPrivate: false
});

/** Each body at its instant, by the requester's or the desk's hand. */
export const log = (...entries: [at: string, body: EventBody][]): TicketEvent[] =>
	entries.map(([at, body], n) => ({
		...body,
		mutationId: uuid(100 + n) as TicketEvent['mutationId'],
		at: new Date(at).toISOString(),
		by: ['reported', 'replied', 'reopened', 'withdrawn', 'amended'].includes(body.kind) ? mette : anna
	}));
