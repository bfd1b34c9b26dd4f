import { neededColumns } from '#lib/domain/import/columns.ts';
import { administer } from '#lib/server/administer.ts';
import { brake, confirmed, counts, file, openFile, report } from '#lib/server/import-file.ts';
import { refusal, router } from '#lib/server/trpc.ts';
import { homeOf } from '../workplace/repository.ts';
import { applyDepartments, applyPeople, planDepartments, planPeople } from './plans.ts';

export const peopleImportRouter = router({
	previewDepartments: administer('settings.departments')
		.input(file)
		.mutation(({ ctx, input }) => {
			const csv = openFile(input.packed, neededColumns.departments);
			return ctx.transaction(async (tx) => {
				const home = await homeOf(tx, input.organisationId);
				return report(csv, csv.problem ? null : await planDepartments(tx, home, csv));
			});
		}),

	applyDepartments: administer('settings.departments')
		.input(confirmed)
		.mutation(({ ctx, input }) => {
			const csv = openFile(input.packed, neededColumns.departments);
			if (csv.problem) throw refusal('invalid_input');
			return ctx.transaction(async (tx) => {
				const home = await homeOf(tx, input.organisationId);
				const plan = await planDepartments(tx, home, csv);
				brake(plan, input.confirmedLeavers);
				await applyDepartments(tx, home, plan);
				await ctx.note(tx, { action: 'departments.imported', detail: counts(plan) });
				return report(csv, plan);
			});
		}),

	previewPeople: administer('settings.people')
		.input(file)
		.mutation(({ ctx, input }) => {
			const csv = openFile(input.packed, neededColumns.people);
			return ctx.transaction(async (tx) => {
				const home = await homeOf(tx, input.organisationId);
				return report(csv, csv.problem ? null : await planPeople(tx, home, csv, ctx.actor.personId));
			});
		}),

	applyPeople: administer('settings.people')
		.input(confirmed)
		.mutation(({ ctx, input }) => {
			const csv = openFile(input.packed, neededColumns.people);
			if (csv.problem) throw refusal('invalid_input');
			return ctx.transaction(async (tx) => {
				const home = await homeOf(tx, input.organisationId);
				const plan = await planPeople(tx, home, csv, ctx.actor.personId);
				brake(plan, input.confirmedLeavers);
				await applyPeople(tx, home, plan, ctx.actor.personId);
				await ctx.note(tx, { action: 'people.imported', detail: counts(plan) });
				return report(csv, plan);
			});
		})
});
