import { createHash, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type {
	DepartmentId,
	FileId,
	Incarnation,
	MutationId,
	OrganisationId,
	PersonId,
	TicketId
} from '#lib/domain/ids.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';
import type { Photo, Report } from '#lib/domain/ticket/event.ts';
import type { PushItem } from '../protocol.ts';

// A shop and a home-care district of one organisation, and a second organisation next door, for tests.

const uuid = <Id>() => randomUUID() as Id;

export type Scene = Awaited<ReturnType<typeof openScene>>;

export async function openScene(owner: postgres.Sql) {
	await owner`insert into server_epoch (epoch, fingerprint, cursor_key) values (gen_random_uuid(), 'test', 'key')
		on conflict do nothing`;
	const organisationId = await organisation(owner);
	const elsewhere = await organisation(owner);
	const shop = await department(owner, organisationId, 'store');
	const homecare = await department(owner, organisationId, 'homecare');
	const office = await department(owner, elsewhere, 'office');
	const join = (at: OrganisationId, departmentId: DepartmentId, name: string, ...roles: Role[]) =>
		person(owner, at, departmentId, name, roles);
	return {
		organisationId,
		shop,
		homecare,
		mette: await join(organisationId, shop, 'Mette Holm', 'employee'),
		omar: await join(organisationId, shop, 'Omar Said', 'employee'),
		sofie: await join(organisationId, homecare, 'Sofie Berg', 'employee'),
		karl: await join(organisationId, homecare, 'Karl Moe', 'employee'),
		anna: await join(organisationId, shop, 'Anna Lund', 'employee', 'agent'),
		stranger: await join(elsewhere, office, 'Iben Falk', 'employee', 'agent')
	};
}

async function organisation(owner: postgres.Sql): Promise<OrganisationId> {
	const id = uuid<OrganisationId>();
	await owner`insert into organisation (id, name, slug, time_zone, locale)
		values (${id}, 'Torvet', ${id}, 'Europe/Copenhagen', 'da')`;
	for (const weekday of [1, 2, 3, 4, 5, 6, 7])
		await owner`insert into opening_hours (id, organisation_id, channel, weekday, opens, closes)
			values (gen_random_uuid(), ${id}, 'desk', ${weekday}, '07:00', '18:00')`;
	return id;
}

async function department(owner: postgres.Sql, organisationId: OrganisationId, kind: string): Promise<DepartmentId> {
	const id = uuid<DepartmentId>();
	await owner`insert into department (id, organisation_id, code, name, kind, time_zone, headcount)
		values (${id}, ${organisationId}, ${id.slice(0, 4)}, ${kind}, ${kind}, 'Europe/Copenhagen', 20)`;
	return id;
}

async function person(
	owner: postgres.Sql,
	organisationId: OrganisationId,
	departmentId: DepartmentId,
	name: string,
	roles: Role[]
): Promise<Actor> {
	const personId = uuid<PersonId>();
	await owner`insert into person (id, organisation_id, department_id, employee_number, name, locale, roles)
		values (${personId}, ${organisationId}, ${departmentId}, ${personId}, ${name}, 'da', ${roles}::text[])`;
	return { personId, name, organisationId, departmentId, grants: [{ organisationId, departmentId, roles }] };
}

/** A device of one person: numbers its items. */
export function deviceOf(actor: Actor) {
	const incarnation = uuid<Incarnation>();
	let seq = 0;
	return {
		incarnation,
		item: (kind: string, payload: unknown, change: Partial<PushItem> = {}): PushItem => {
			const json = typeof payload === 'string' ? payload : JSON.stringify(payload);
			return {
				mutationId: uuid<MutationId>(),
				incarnation,
				seq: ++seq,
				author: actor.personId,
				kind,
				schemaVersion: 1,
				dependsOn: [],
				supersedes: null,
				supersededSeq: null,
				payload: json,
				payloadSha256: sha256(json),
				manifest: [],
				deviceTime: '2026-11-23T08:00:00Z',
				...change
			};
		}
	};
}

export const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

export const aReport = (change: Partial<Report> = {}): Report => ({
	topic: 'broken',
	deviceKind: 'handheld',
	assetTag: null,
	symptom: 'charge',
	text: 'Den lader ikke',
	urgency: 'medium',
	tried: [],
	photos: [],
	locale: 'da',
	...change
});

export const reportBy = (actor: Actor, change: Partial<Report> = {}, ticketId = uuid<TicketId>()) => ({
	ticketId,
	reference: 'K7QM',
	requesterId: actor.personId,
	departmentId: actor.departmentId,
	report: aReport(change)
});

export const photoOf = (bytes: Uint8Array): Photo => ({
	fileId: uuid<FileId>(),
	size: bytes.length,
	sha256: sha256(bytes),
	mime: 'image/jpeg'
});
