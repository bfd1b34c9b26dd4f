import { randomUUIDv7 } from 'node:crypto';
import * as z from 'zod';
import { administer, demandFound } from '#lib/server/administer.ts';
import { refusal, router } from '#lib/server/trpc.ts';
import * as repository from './repository.ts';

const line = (max: number) => z.string().trim().max(max);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const isZone = (name: string) => {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
};
const inOrder = ({ opens, closes }: { opens: string | null; closes: string | null }) =>
	opens === null || closes === null ? opens === closes : opens < closes;

export const departmentFields = z.object({
	code: line(40).min(1),
	name: line(200).min(1),
	kind: z.enum(['store', 'homecare', 'office']),
	timeZone: z.string().refine(isZone),
	headcount: z.number().int().min(0).max(1_000_000),
	dutyPhone: line(40)
		.nullable()
		.transform((text) => text || null)
});
const period = z.object({ weekday: z.number().int().min(1).max(7), opens: time, closes: time }).refine(inOrder);
const holiday = z
	.object({ day: z.iso.date(), name: line(200).min(1), opens: time.nullable(), closes: time.nullable() })
	.refine(inOrder);
const phone = z.object({
	purpose: z.enum(['it', 'duty', 'emergency']),
	number: line(40).regex(/^\+?[\d ()-]{2,}$/),
	label: line(100).min(1),
	alwaysOpen: z.boolean()
});
const one = z.object({ id: z.uuid() });
const administerDepartments = administer('settings.departments');
const administerHours = administer('settings.hours');

export const workplaceRouter = router({
	departments: administer('settings.devices').query(async ({ ctx, input }) => {
		const rows = await ctx.transaction((tx) => repository.departmentsOf(tx, input.organisationId));
		return rows.filter(({ closedAt }) => closedAt === null);
	}),

	addDepartment: administerDepartments.input(departmentFields).mutation(({ ctx, input }) =>
		ctx.transaction(async (tx) => {
			const taken = await repository.departmentsOf(tx, input.organisationId);
			if (taken.some(({ code }) => code === input.code)) throw refusal('already_there');
			const id = randomUUIDv7();
			await repository.addDepartment(tx, { ...input, id });
			await ctx.note(tx, { action: 'departments.added', subject: id });
		})
	),

	changeDepartment: administerDepartments.input(departmentFields.extend(one.shape)).mutation(({ ctx, input }) =>
		ctx.transaction(async (tx) => {
			const { organisationId, id, ...fields } = input;
			const taken = await repository.departmentsOf(tx, organisationId);
			if (taken.some((other) => other.code === fields.code && other.id !== id)) throw refusal('already_there');
			demandFound(await repository.changeDepartment(tx, organisationId, id, fields));
			await ctx.note(tx, { action: 'departments.changed', subject: id });
		})
	),

	closeDepartment: administerDepartments.input(one).mutation(({ ctx, input: { organisationId, id } }) =>
		ctx.transaction(async (tx) => {
			if (!(await repository.closeDepartment(tx, organisationId, id))) throw refusal('still_in_use');
			await ctx.note(tx, { action: 'departments.closed', subject: id });
		})
	),

	/** Name, zone, hours, holidays and phones: the organisation as its devices know it. */
	organisation: administerHours.query(async ({ ctx, input }) => {
		const [row] = await ctx.transaction((tx) => repository.organisationRows(tx, [input.organisationId]));
		if (!row) throw refusal('not_found');
		return row;
	}),

	saveHours: administerHours
		.input(z.object({ channel: z.enum(['desk', 'phone', 'counter']), week: z.array(period).max(70) }))
		.mutation(({ ctx, input: { organisationId, channel, week } }) =>
			ctx.transaction(async (tx) => {
				const rows = week.map((one) => ({ ...one, id: randomUUIDv7(), channel }));
				await repository.replaceHours(tx, organisationId, channel, rows);
				await ctx.note(tx, { action: 'hours.changed', subject: channel });
			})
		),

	saveHolidays: administerHours
		.input(z.object({ days: z.array(holiday).max(400) }))
		.mutation(({ ctx, input: { organisationId, days } }) =>
			ctx.transaction(async (tx) => {
				const rows = days.map((day) => ({ ...day, id: randomUUIDv7() }));
				await repository.replaceHolidays(tx, organisationId, rows);
				await ctx.note(tx, { action: 'holidays.changed', detail: { count: rows.length } });
			})
		),

	savePhones: administerHours
		.input(z.object({ phones: z.array(phone).max(50) }))
		.mutation(({ ctx, input: { organisationId, phones } }) =>
			ctx.transaction(async (tx) => {
				const rows = phones.map((one) => ({ ...one, id: randomUUIDv7() }));
				await repository.replacePhones(tx, organisationId, rows);
				await ctx.note(tx, { action: 'phones.changed', detail: { count: rows.length } });
			})
		)
});
