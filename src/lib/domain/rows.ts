import type { DepartmentId, DeviceId, OrganisationId, PersonId, ServiceId } from './ids.ts';
import type { Locale } from './locale.ts';
import type { Grant, Role } from './roles.ts';
import type { Ticket } from './ticket/ticket.ts';
import type { DeviceKind } from './ticket/words.ts';

export const rowKinds = ['ticket', 'guide', 'person', 'department', 'organisation', 'service', 'device'] as const;
export type RowKind = (typeof rowKinds)[number];

// Rows as they lie on a device after a pull. The server builds them for one reader: what that person may not see
// (internal notes, private cases of colleagues, photos from home care) is not in them.

/** When somebody looks at a case. `before` is an instant; it is shown in `zone`, with the date when not today. */
export type TicketPromise = { startedAt: string; before: string; zone: string; state: 'running' | 'waiting' | 'met' };

/** What may be shown of each photo: bytes are at /api/media/<fileId> once `state` is published. */
export type PhotoState = 'expected' | 'receiving' | 'verified' | 'published' | 'refused';

export type TicketRow = Ticket & { promise: TicketPromise | null; photoStates: Record<string, PhotoState> };

export type Period = { opens: string; closes: string };
export type Phone = {
	purpose: 'it' | 'duty' | 'emergency';
	number: string;
	label: string;
	alwaysOpen: boolean;
};

export type OrganisationRow = {
	id: OrganisationId;
	name: string;
	timeZone: string;
	phones: Phone[];
	/** Hours by channel and ISO weekday (1 = Monday). */
	hours: { channel: 'desk' | 'phone' | 'counter'; weekday: number; opens: string; closes: string }[];
	holidays: { day: string; name: string; opens: string | null; closes: string | null }[];
	/** Promise in minutes by urgency, as a duration: what a device may say before the server has answered. */
	promiseMinutes: { low: number; medium: number; high: number };
};

export type DepartmentRow = {
	id: DepartmentId;
	organisationId: OrganisationId;
	code: string;
	name: string;
	kind: 'store' | 'homecare' | 'office';
	timeZone: string;
	headcount: number;
	dutyPhone: string | null;
};

/** A colleague: enough to report on their behalf and to see who helps. No employee number, no e-mail. */
export type PersonRow = {
	id: PersonId;
	organisationId: OrganisationId;
	departmentId: DepartmentId;
	name: string;
	job: string;
	roles: Role[];
	/** To call back: null unless the desk reads it. */
	phone: string | null;
};

export type ServiceRow = {
	id: ServiceId;
	organisationId: OrganisationId;
	code: string;
	names: Partial<Record<Locale, string>>;
};

export type DeviceRow = {
	id: DeviceId;
	organisationId: OrganisationId;
	departmentId: DepartmentId | null;
	assetTag: string;
	kind: DeviceKind;
	name: string;
	place: string | null;
};

/** Who is signed in here, as the device remembers it, also offline. */
export type Me = {
	personId: PersonId;
	name: string;
	organisationId: OrganisationId;
	departmentId: DepartmentId;
	locale: Locale;
	grants: Grant[];
};
