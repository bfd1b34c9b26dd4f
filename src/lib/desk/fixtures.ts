import type { DepartmentId, DeviceId, MutationId, OrganisationId, PersonId, TicketId } from '#lib/domain/ids.ts';
import type { DepartmentRow, Me, PersonRow, TicketPromise, TicketRow } from '#lib/domain/rows.ts';
import type { By, EventBody, Report, TicketEvent } from '#lib/domain/ticket/event.ts';
import { foldAll } from '#lib/domain/ticket/fold.ts';
import type { Desk } from './desk.ts';

// A morning at the desk, for tests: everybody invented. It is 09:56 in Copenhagen.

const id = (n: number) => `0192f0a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const nowMs = Date.parse('2026-12-01T08:56:00.000Z');
const minutesFromNow = (minutes: number) => new Date(nowMs + minutes * 60_000).toISOString();
const organisationId = id(8) as OrganisationId;

export const anna: By = { id: id(2) as PersonId, name: 'Anna Lind' };
export const jonas: By = { id: id(3) as PersonId, name: 'Jonas Berg' };

const places: Record<string, DepartmentRow> = Object.fromEntries(
	[
		['087', 'Butik 087, Valby', 'store'],
		['214', 'Butik 214', 'store'],
		['031', 'Butik 031', 'store'],
		['114', 'Butik 114', 'store'],
		['vest', 'Hjemmepleje Vest', 'homecare']
	].map(([code, name, kind], n) => [
		code!,
		{
			id: id(20 + n) as DepartmentId,
			organisationId,
			code: code!,
			name: name!,
			kind: kind as DepartmentRow['kind'],
			timeZone: 'Europe/Copenhagen',
			headcount: 18 + n,
			dutyPhone: null
		}
	])
);

type Story = {
	n: number;
	name: string;
	place: string;
	report: Partial<Report>;
	/** Minutes until the promise, of how many. */
	left: number;
	of: number;
	then?: [minutes: number, by: By, body: EventBody][];
};

export function caseOf({ n, name, place, report, left, of, then = [] }: Story): TicketRow {
	const requester: By = { id: id(100 + n) as PersonId, name };
	const body: EventBody = {
		kind: 'reported',
		report: {
			topic: 'broken',
			deviceKind: null,
			assetTag: null,
			symptom: null,
			text: '',
			urgency: 'medium',
			tried: [],
			photos: [],
			locale: 'da',
			...report
		},
		reference: 'K7F2',
		type: 'incident',
		departmentId: places[place]!.id,
		requesterId: requester.id,
		isPrivate: false
	};
	const events = [[left - of, requester, body] as const, ...then].map(([minutes, by, body], i): TicketEvent => ({
		...body,
		by,
		at: minutesFromNow(minutes),
		mutationId: id(1000 * n + i) as MutationId
	}));
	const ticket = foldAll(events, { id: id(200 + n) as TicketId, organisationId, requesterName: name });
	const promise: TicketPromise = {
		startedAt: minutesFromNow(left - of),
		before: minutesFromNow(left),
		zone: 'Europe/Copenhagen',
		state: ticket.question ? 'waiting' : 'running'
	};
	return { ...ticket, number: 4810 + n, promise, photoStates: {} };
}

export const lars = caseOf({
	n: 7,
	name: 'Lars Holm',
	place: '087',
	left: 4,
	of: 24,
	report: {
		deviceKind: 'card-terminal',
		symptom: 'frozen',
		assetTag: '087-K2',
		urgency: 'high',
		text: 'Terminalen står og tænker. Kunderne kan kun betale kontant. Vi har kø ned til brødet.',
		tried: [{ guideId: 'card-terminal-no-connection', steps: 4, worked: false }]
	},
	then: [
		[-5, jonas, { kind: 'noted', text: 'Ringede til leverandøren. De ser det samme i hele landet.', internal: true }]
	]
});

export const tickets: TicketRow[] = [
	lars,
	caseOf({
		n: 8,
		name: 'Amira Said',
		place: 'vest',
		left: 11,
		of: 50,
		report: { deviceKind: 'door-lock', symptom: 'open' }
	}),
	caseOf({
		n: 9,
		name: 'Mette Kjær',
		place: '214',
		left: 33,
		of: 87,
		report: { deviceKind: 'handheld', symptom: 'charge' },
		then: [
			[-20, anna, { kind: 'asked', text: 'Lyser lampen i holderen?', choices: ['Ja', 'Nej'] }],
			[-12, { id: id(109) as PersonId, name: 'Mette Kjær' }, { kind: 'replied', text: 'Nej', photos: [] }]
		]
	}),
	caseOf({
		n: 10,
		name: 'Per Lund',
		place: '031',
		left: 70,
		of: 115,
		report: { topic: 'order', text: 'Mangler i ordrelisten' }
	}),
	caseOf({
		n: 11,
		name: 'Lene Toft',
		place: '114',
		left: 300,
		of: 340,
		report: { deviceKind: 'shelf-label', symptom: 'wrong' }
	}),
	...['031', '114'].map((place, n) =>
		caseOf({
			n: 12 + n,
			name: ['Ida Krogh', 'Bo Ravn'][n]!,
			place,
			left: 200,
			of: 240,
			report: { deviceKind: 'card-terminal', symptom: 'frozen' }
		})
	)
];

const me: Me = {
	personId: anna.id,
	name: anna.name,
	organisationId,
	departmentId: places['087']!.id,
	locale: 'da',
	grants: [{ organisationId, roles: ['agent'] }]
};

const person = (by: By, job: string, roles: PersonRow['roles'], phone?: string): PersonRow => ({
	id: by.id,
	organisationId,
	departmentId: places['087']!.id,
	name: by.name,
	job,
	roles,
	phone: phone ?? null
});

export const desk: Desk = {
	me,
	nowMs,
	tickets,
	departments: Object.values(places),
	people: [
		person(lars.requester, 'Butikschef', ['employee'], '20 30 40 50'),
		person(anna, 'Skranken', ['agent']),
		person(jonas, 'Netværk', ['specialist'])
	],
	devices: [
		{
			id: id(50) as DeviceId,
			organisationId,
			departmentId: places['087']!.id,
			assetTag: '087-K2',
			kind: 'card-terminal',
			name: 'Kortterminal',
			place: 'Kasse 2'
		}
	],
	organisations: [],
	isOnline: true,
	waiting: {}
};
