import { randomUUIDv7 } from 'node:crypto';
import * as z from 'zod';
import { locales } from '#lib/domain/locale.ts';
import { roles } from '#lib/domain/roles.ts';
import { administer, demandFound } from '#lib/server/administer.ts';
import { refusal, router, signedInProcedure } from '#lib/server/trpc.ts';
import { departmentsOf } from '../workplace/repository.ts';
import { givePin } from './pins.ts';
import * as repository from './repository.ts';

const shown = 200;
const line = (max: number) => z.string().trim().max(max);
const optional = (max: number) =>
	line(max)
		.nullable()
		.transform((text) => text || null);

export const personFields = z.object({
	departmentId: z.uuid(),
	employeeNumber: line(40).min(1),
	name: line(200).min(1),
	job: line(200),
	email: z.union([z.email(), z.literal('').transform(() => null), z.null()]),
	phone: optional(40),
	locale: z.enum(locales),
	roles: z.array(z.enum(roles)).min(1)
});
const one = z.object({ id: z.uuid() });
const administerPeople = administer('settings.people');

export const staffRouter = router({
	search: administerPeople
		.input(z.object({ wanted: line(80) }))
		.query(({ ctx, input }) =>
			ctx.transaction((tx) => repository.searchPeople(tx, input.organisationId, input.wanted, shown))
		),

	add: administerPeople.input(personFields).mutation(({ ctx, input }) =>
		ctx.transaction(async (tx) => {
			const { organisationId, departmentId, employeeNumber } = input;
			const id = randomUUIDv7();
			const departments = await departmentsOf(tx, organisationId);
			demandFound(departments.some((department) => department.id === departmentId));
			if (await repository.isNumberTaken(tx, organisationId, employeeNumber)) throw refusal('already_there');
			await repository.addPerson(tx, { ...input, id });
			await ctx.note(tx, { action: 'people.added', subject: id, detail: { roles: input.roles } });
			return { id };
		})
	),

	change: administerPeople.input(personFields.extend(one.shape)).mutation(({ ctx, input }) =>
		ctx.transaction(async (tx) => {
			const { organisationId, id, ...fields } = input;
			const before = await repository.findPerson(tx, organisationId, id);
			if (!before) throw refusal('not_found');
			const departments = await departmentsOf(tx, organisationId);
			demandFound(departments.some((department) => department.id === fields.departmentId));
			if (await repository.isNumberTaken(tx, organisationId, fields.employeeNumber, id)) throw refusal('already_there');
			// Whoever takes the key of the house away from themselves cannot come back in.
			if (id === ctx.actor.personId && !fields.roles.includes('administrator')) throw refusal('not_yourself');
			await repository.changePerson(tx, organisationId, id, fields);
			const isOtherRoles = [...before.roles].sort().join() !== [...fields.roles].sort().join();
			if (isOtherRoles) await repository.endSessions(tx, id);
			const detail = isOtherRoles ? { roles: fields.roles, before: before.roles } : undefined;
			await ctx.note(tx, { action: 'people.changed', subject: id, detail });
		})
	),

	remove: administerPeople.input(one).mutation(({ ctx, input: { organisationId, id } }) =>
		ctx.transaction(async (tx) => {
			if (id === ctx.actor.personId) throw refusal('not_yourself');
			demandFound(await repository.removePerson(tx, organisationId, id));
			await ctx.note(tx, { action: 'people.removed', subject: id });
		})
	),

	/** Takes a removal back. Their PIN is gone: they need a new one. */
	bringBack: administerPeople.input(one).mutation(({ ctx, input: { organisationId, id } }) =>
		ctx.transaction(async (tx) => {
			demandFound(await repository.changePerson(tx, organisationId, id, {}));
			await ctx.note(tx, { action: 'people.broughtBack', subject: id });
		})
	),

	/** The desk may give one too, to those who hold no more rights than a workplace has: the policy decides for each. */
	givePins: signedInProcedure
		.input(z.object({ organisationId: z.uuid(), ids: z.array(z.uuid()).min(1).max(shown) }))
		.mutation(({ ctx, input: { organisationId, ids } }) =>
			ctx.transaction(async (tx) => {
				const slips = [];
				for (const id of ids) slips.push(await givePin(tx, ctx.actor, organisationId, id));
				return slips;
			})
		)
});
