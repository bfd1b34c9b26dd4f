import type { DepartmentId, MutationId, OrganisationId, PersonId, TicketId } from '../ids.ts';
import type { By, EventBody, Report, TicketEvent } from './event.ts';
import { foldAll } from './fold.ts';
import type { Ticket } from './ticket.ts';

// A morning in shop 214, for tests: everything invented, every id told apart at a glance.

const id = (n: number) => `0192f0a0-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const mette: By = { id: id(1) as PersonId, name: 'Mette Kjær' };
export const yusuf: By = { id: id(3) as PersonId, name: 'Yusuf Demir' };
export const anna: By = { id: id(2) as PersonId, name: 'Anna Lind' };
export const shop = id(7) as DepartmentId;
export const otherShop = id(6) as DepartmentId;

export const brokenHandheld: Report = {
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

type Story = {
	n?: number;
	by?: By;
	requester?: By;
	departmentId?: DepartmentId;
	report?: Partial<Report>;
	isPrivate?: boolean;
	then?: [body: EventBody, by: By][];
};

/** A ticket that has lived through `then`, one event a minute from 09:00 UTC on 1 December 2026. */
export function ticketOf({
	n = 1,
	by = mette,
	requester = by,
	departmentId = shop,
	report,
	isPrivate,
	then
}: Story = {}): Ticket {
	const first: EventBody = {
		kind: 'reported',
		report: { ...brokenHandheld, ...report },
		reference: 'K7F2',
		type: 'incident',
		departmentId,
		requesterId: requester.id,
		isPrivate: isPrivate ?? false
	};
	const events = [[first, by] as const, ...(then ?? [])].map(([body, who], i): TicketEvent => ({
		...body,
		by: who,
		mutationId: id(1000 * n + i) as MutationId,
		at: new Date(Date.UTC(2026, 11, 1, 9, i, n)).toISOString()
	}));
	return foldAll(events, {
		id: id(100 + n) as TicketId,
		organisationId: id(8) as OrganisationId,
		requesterName: requester.name
	});
}
