import { randomUUIDv7 } from 'node:crypto';
import { neededColumns, readDevice, type DeviceFields } from '#lib/domain/import/columns.ts';
import { planImport, type Plan } from '#lib/domain/import/plan.ts';
import type { DeviceKind } from '#lib/domain/ticket/words.ts';
import { administer } from '#lib/server/administer.ts';
import type { CsvFile } from '#lib/server/csv.ts';
import type { Tx } from '#lib/server/db.ts';
import { brake, confirmed, counts, file, openFile, report } from '#lib/server/import-file.ts';
import { refusal, router } from '#lib/server/trpc.ts';
import * as repository from './repository.ts';

export const deviceImportRouter = router({
	previewDevices: administer('settings.devices')
		.input(file)
		.mutation(({ ctx, input }) => {
			const csv = openFile(input.packed, neededColumns.devices);
			return ctx.transaction(async (tx) =>
				report(csv, csv.problem ? null : await planDevices(tx, input.organisationId, csv))
			);
		}),

	applyDevices: administer('settings.devices')
		.input(confirmed)
		.mutation(({ ctx, input: { organisationId, packed, confirmedLeavers } }) => {
			const csv = openFile(packed, neededColumns.devices);
			if (csv.problem) throw refusal('invalid_input');
			return ctx.transaction(async (tx) => {
				const plan = await planDevices(tx, organisationId, csv);
				brake(plan, confirmedLeavers);
				await applyDevices(tx, organisationId, plan);
				await ctx.note(tx, { action: 'devices.imported', detail: counts(plan) });
				return report(csv, plan);
			});
		})
});

async function planDevices(tx: Tx, organisationId: string, csv: CsvFile): Promise<Plan<DeviceFields>> {
	const places = await repository.placesOf(tx, organisationId);
	const codeOf = new Map(places.map(({ id, code }) => [id, code]));
	const now = await repository.devicesOf(tx, organisationId);
	const existing = now.map(({ id, assetTag, kind, name, departmentId, place, retiredAt }) => ({
		id,
		key: assetTag,
		name,
		fields: { assetTag, kind: kind as DeviceKind, name, department: codeOf.get(departmentId ?? '') ?? null, place },
		isActive: retiredAt === null
	}));
	return planImport(csv.lines, readDevice(new Set(places.map(({ code }) => code.toLowerCase()))), existing);
}

async function applyDevices(tx: Tx, organisationId: string, plan: Plan<DeviceFields>) {
	const places = await repository.placesOf(tx, organisationId);
	const idOf = new Map(places.map(({ id, code }) => [code.toLowerCase(), id]));
	const stored = ({ department, ...fields }: DeviceFields) => ({
		...fields,
		departmentId: department ? (idOf.get(department.toLowerCase()) ?? null) : null
	});
	for (const fields of plan.added)
		await repository.addDevice(tx, { ...stored(fields), id: randomUUIDv7(), organisationId });
	for (const { id, fields } of plan.changed) await repository.changeDevice(tx, organisationId, id, stored(fields));
	for (const { id } of plan.leavers) await repository.retireDevice(tx, organisationId, id);
}
