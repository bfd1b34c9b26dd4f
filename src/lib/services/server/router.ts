import { randomUUIDv7 } from 'node:crypto';
import * as z from 'zod';
import { locales } from '#lib/domain/locale.ts';
import { deviceKinds } from '#lib/domain/ticket/words.ts';
import { administer, demandFound } from '#lib/server/administer.ts';
import { refusal, router } from '#lib/server/trpc.ts';
import * as repository from './repository.ts';

const shown = 200;
const line = (max: number) => z.string().trim().max(max);
const one = z.object({ id: z.uuid() });
const names = z
	.partialRecord(z.enum(locales), line(100))
	.refine((given) => Object.values(given).some((name) => name !== ''));
const deviceFields = z.object({
	departmentId: z.uuid().nullable(),
	assetTag: line(80).min(1),
	kind: z.enum(deviceKinds),
	name: line(200).min(1),
	place: line(200)
		.nullable()
		.transform((text) => text || null)
});
const administerDevices = administer('settings.devices');

export const servicesRouter = router({
	services: administer('settings.services').query(({ ctx, input }) =>
		ctx.transaction((tx) => repository.servicesOf(tx, input.organisationId))
	),

	rename: administer('settings.services')
		.input(one.extend({ names, team: line(100).nullable() }))
		.mutation(({ ctx, input: { organisationId, id, names, team } }) =>
			ctx.transaction(async (tx) => {
				demandFound(await repository.changeService(tx, organisationId, id, { names, team: team || null }));
				await ctx.note(tx, { action: 'services.changed', subject: id });
			})
		),

	places: administerDevices.query(({ ctx, input }) =>
		ctx.transaction((tx) => repository.placesOf(tx, input.organisationId))
	),

	devices: administerDevices
		.input(z.object({ wanted: line(80) }))
		.query(({ ctx, input }) =>
			ctx.transaction((tx) => repository.searchDevices(tx, input.organisationId, input.wanted, shown))
		),

	saveDevice: administerDevices.input(deviceFields.extend({ id: z.uuid().nullable() })).mutation(({ ctx, input }) =>
		ctx.transaction(async (tx) => {
			const { organisationId, id, ...fields } = input;
			const places = await repository.placesOf(tx, organisationId);
			demandFound(fields.departmentId === null || places.some((place) => place.id === fields.departmentId));
			const all = await repository.devicesOf(tx, organisationId);
			if (all.some((other) => other.assetTag === fields.assetTag && other.id !== id)) throw refusal('already_there');
			if (id) demandFound(await repository.changeDevice(tx, organisationId, id, fields));
			else await repository.addDevice(tx, { ...fields, id: randomUUIDv7(), organisationId });
			await ctx.note(tx, { action: id ? 'devices.changed' : 'devices.added', subject: fields.assetTag });
		})
	),

	retireDevice: administerDevices.input(one).mutation(({ ctx, input: { organisationId, id } }) =>
		ctx.transaction(async (tx) => {
			demandFound(await repository.retireDevice(tx, organisationId, id));
			await ctx.note(tx, { action: 'devices.retired', subject: id });
		})
	),

	/** Takes a retirement back. */
	bringBackDevice: administerDevices.input(one).mutation(({ ctx, input: { organisationId, id } }) =>
		ctx.transaction(async (tx) => {
			demandFound(await repository.changeDevice(tx, organisationId, id, {}));
			await ctx.note(tx, { action: 'devices.broughtBack', subject: id });
		})
	)
});
