// Services and the register of devices. Every write tells the devices that may hold the row, in the same transaction.

import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DepartmentId, DeviceId, OrganisationId, ServiceId } from '#lib/domain/ids.ts';
import type { DeviceRow, ServiceRow } from '#lib/domain/rows.ts';
import type { DeviceKind } from '#lib/domain/ticket/words.ts';
import { recordChange } from '#lib/server/change-log.ts';
import type { Tx } from '#lib/server/db.ts';
import { department, device, service } from '#lib/server/schema/index.ts';

export type Service = typeof service.$inferInsert;
export type Device = typeof device.$inferInsert;
export type DeviceFields = Pick<Device, 'departmentId' | 'assetTag' | 'kind' | 'name' | 'place'>;

/** What stands at a workplace is known there and at the desk; what stands nowhere in particular, everywhere. */
const scopesOf = ({ organisationId, departmentId }: Pick<Device, 'organisationId' | 'departmentId'>) =>
	departmentId ? [`department:${departmentId}`, `desk:${organisationId}`] : [`organisation:${organisationId}`];

export async function addService(tx: Tx, row: Service): Promise<void> {
	await tx.insert(service).values(row);
	await tellService(tx, row);
}

export async function changeService(
	tx: Tx,
	organisationId: string,
	id: string,
	fields: Partial<Pick<Service, 'names' | 'team' | 'promiseMinutes'>>
) {
	const [row] = await tx
		.update(service)
		.set(fields)
		.where(and(eq(service.id, id), eq(service.organisationId, organisationId)))
		.returning();
	if (row) await tellService(tx, row);
	return Boolean(row);
}

const tellService = (tx: Tx, { id, organisationId }: Pick<Service, 'id' | 'organisationId'>) =>
	recordChange(tx, { organisationId, kind: 'service', rowId: id, scopes: [`organisation:${organisationId}`] });

export const servicesOf = (tx: Tx, organisationId: string) =>
	tx
		.select()
		.from(service)
		.where(and(eq(service.organisationId, organisationId), isNull(service.closedAt)))
		.orderBy(asc(service.code));

export async function addDevice(tx: Tx, row: Device): Promise<void> {
	await tx.insert(device).values(row);
	await recordChange(tx, { organisationId: row.organisationId, kind: 'device', rowId: row.id, scopes: scopesOf(row) });
}

export async function changeDevice(
	tx: Tx,
	organisationId: string,
	id: string,
	fields: Partial<DeviceFields>
): Promise<boolean> {
	const before = await findDevice(tx, organisationId, id);
	if (!before) return false;
	await tx
		.update(device)
		.set({ ...fields, retiredAt: null })
		.where(eq(device.id, id));
	const scopes = scopesOf({ ...before, ...fields });
	await recordChange(tx, { organisationId, kind: 'device', rowId: id, scopes });
	return true;
}

export async function retireDevice(tx: Tx, organisationId: string, id: string): Promise<boolean> {
	const before = await findDevice(tx, organisationId, id);
	if (!before) return false;
	await tx
		.update(device)
		.set({ retiredAt: sql`now()` })
		.where(eq(device.id, id));
	await recordChange(tx, { organisationId, kind: 'device', rowId: id, scopes: scopesOf(before), isDeleted: true });
	return true;
}

export async function findDevice(tx: Tx, organisationId: string, id: string) {
	const [row] = await tx
		.select()
		.from(device)
		.where(and(eq(device.id, id), eq(device.organisationId, organisationId)));
	return row ?? null;
}

export async function searchDevices(tx: Tx, organisationId: string, wanted: string, limit: number) {
	const pattern = `%${wanted.replaceAll(/[\\%_]/g, '\\$&')}%`;
	return tx
		.select({
			id: device.id,
			assetTag: device.assetTag,
			kind: device.kind,
			name: device.name,
			place: device.place,
			departmentId: device.departmentId,
			department: department.name
		})
		.from(device)
		.leftJoin(department, eq(department.id, device.departmentId))
		.where(
			and(
				eq(device.organisationId, organisationId),
				isNull(device.retiredAt),
				wanted
					? sql`concat_ws(' ', ${device.assetTag}, ${device.name}, ${device.place}, ${department.name}) ilike ${pattern}`
					: undefined
			)
		)
		.orderBy(asc(device.assetTag))
		.limit(limit);
}

/** For the import: also the retired, so that a tag stays one device. */
export const devicesOf = (tx: Tx, organisationId: string) =>
	tx.select().from(device).where(eq(device.organisationId, organisationId));

/** Open workplaces, as far as devices need them: to put a device at one by its code. */
export const placesOf = (tx: Tx, organisationId: string) =>
	tx
		.select({ id: department.id, code: department.code, name: department.name, kind: department.kind })
		.from(department)
		.where(and(eq(department.organisationId, organisationId), isNull(department.closedAt)));

export async function serviceRows(tx: Tx, ids: readonly string[]): Promise<ServiceRow[]> {
	const rows = await tx
		.select()
		.from(service)
		.where(and(inArray(service.id, [...ids]), isNull(service.closedAt)));
	return rows.map(({ id, organisationId, code, names }) => ({
		id: id as ServiceId,
		organisationId: organisationId as OrganisationId,
		code,
		names
	}));
}

export async function deviceRows(tx: Tx, ids: readonly string[]): Promise<DeviceRow[]> {
	const rows = await tx
		.select()
		.from(device)
		.where(and(inArray(device.id, [...ids]), isNull(device.retiredAt)));
	return rows.map(({ id, organisationId, departmentId, assetTag, kind, name, place }) => ({
		id: id as DeviceId,
		organisationId: organisationId as OrganisationId,
		departmentId: departmentId as DepartmentId | null,
		assetTag,
		kind: kind as DeviceKind,
		name,
		place
	}));
}
