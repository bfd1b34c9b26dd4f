import 'fake-indexeddb/auto';
import type { DepartmentId, OrganisationId, PersonId, TicketId } from '#lib/domain/ids.ts';
import type { Me } from '#lib/domain/rows.ts';
import type { Report } from '#lib/domain/ticket/event.ts';
import { newId } from './ids.ts';
import type { Local } from './local.ts';
import { personStore } from './local-db.ts';
import type { PreparedPhoto } from './photo.ts';
import { sha256 } from './sha256.ts';

// One person's device for tests: the real store on fake-indexeddb, a clock that stands until it is turned.

export type TestLocal = Local & { clock: { ms: number } };

export const mette: Me = {
	personId: newId<PersonId>(),
	name: 'Mette Kjær',
	organisationId: newId<OrganisationId>(),
	departmentId: newId<DepartmentId>(),
	locale: 'da',
	grants: []
};

/** A device that nobody has used; `asSecondDevice` gives another one of the same person. */
export function testLocal(me: Me = mette, name: string = newId()): TestLocal {
	const clock = { ms: Date.UTC(2026, 10, 24, 9) };
	return { me, store: personStore(name), clock, now: () => new Date(clock.ms), newId, locks: navigator.locks, sha256 };
}

export const report: Report = {
	topic: 'broken',
	deviceKind: 'handheld',
	assetTag: null,
	symptom: 'charge',
	text: 'It does not charge',
	urgency: 'medium',
	tried: [],
	photos: [],
	locale: 'da'
};

export const newReport = (changes: Partial<Report> = {}, ticketId = newId<TicketId>()) => ({
	ticketId,
	reference: 'K7F2',
	requesterId: mette.personId,
	departmentId: mette.departmentId,
	report: { ...report, ...changes }
});

export async function testPhoto(bytes = 2_500_000): Promise<PreparedPhoto> {
	const content = new Uint8Array(bytes).map((_, index) => index % 251).buffer;
	return {
		fileId: newId<PreparedPhoto['fileId']>(),
		size: bytes,
		sha256: await sha256(content),
		mime: 'image/jpeg',
		bytes: content,
		thumbnail: new Uint8Array([1, 2, 3]).buffer
	};
}
