import { randomUUIDv7 } from 'node:crypto';
import * as z from 'zod';
import { Audience, Category } from '#lib/domain/guide/guide.ts';
import { GuideSource } from '#lib/domain/guide/source.ts';
import { actionOf, type Move } from '#lib/domain/guide/standing.ts';
import { locales } from '#lib/domain/locale.ts';
import { rolesFor } from '#lib/domain/policy.ts';
import { administer, demandFound } from '#lib/server/administer.ts';
import { router } from '#lib/server/trpc.ts';
import { publishing } from '../publish.ts';
import { openVideos } from '../videos.ts';
import { exportGuides } from './export.ts';
import * as repository from './repository.ts';
import { listOf, oneOf } from './view.ts';
import * as write from './write.ts';

const one = z.object({ id: z.string().min(1).max(60) });
const seen = one.extend({ revision: z.int().positive() });
const day = z.iso.date();

const reading = administer('guide.draft');
const to = (move: Move) => administer(actionOf[move]);

const beginning = z.object({
	locale: z.enum(locales),
	title: z.string().trim().min(1).max(2_000),
	steps: z.array(z.string().trim().min(1).max(2_000)).max(60),
	category: Category,
	audience: z.array(Audience).min(1),
	service: z.string().max(60)
});

export const upkeepRouter = router({
	list: reading.query(({ ctx, input }) => ctx.transaction((tx) => listOf(tx, input.organisationId))),
	open: reading.input(one).query(({ ctx, input }) => ctx.transaction((tx) => oneOf(tx, input, ctx.actor.personId))),
	version: reading.input(one.extend({ version: z.int() })).query(({ ctx, input }) =>
		ctx.transaction(async (tx) => {
			const source = await repository.versionSource(tx, input, input.version);
			demandFound(source !== null);
			return source!;
		})
	),
	/** A zip of the folder, in base64. */
	export: reading.input(z.object({ id: one.shape.id.nullable() })).query(({ ctx, input }) =>
		ctx.transaction(async (tx) => {
			const zip = await exportGuides(tx, input.organisationId, input.id, openVideos(ctx.settings.dataDir));
			return Buffer.from(zip).toString('base64');
		})
	),

	create: to('begin')
		.input(beginning)
		.mutation(({ ctx, input: { organisationId, ...rest } }) =>
			ctx.transaction(async (tx) => ({ id: await write.create(tx, organisationId, rest, ctx.actor) }))
		),
	begin: to('begin')
		.input(one)
		.mutation(({ ctx, input }) => ctx.transaction((tx) => write.begin(tx, input, ctx.actor))),
	save: to('save')
		.input(seen.extend({ source: GuideSource }))
		.mutation(({ ctx, input }) => ctx.transaction((tx) => write.save(tx, input, input, ctx.actor))),
	send: to('send')
		.input(seen)
		.mutation(({ ctx, input }) => ctx.transaction((tx) => write.pass(tx, input, 'review', input.revision))),
	takeBack: to('takeBack')
		.input(seen)
		.mutation(({ ctx, input }) => ctx.transaction((tx) => write.pass(tx, input, 'draft', input.revision))),
	discard: to('discard')
		.input(seen)
		.mutation(({ ctx, input }) => ctx.transaction((tx) => write.discard(tx, input, input.revision))),

	publish: to('publish')
		.input(seen.extend({ over: z.int().nonnegative() }))
		.mutation(({ ctx, input }) =>
			publishing(ctx, async (tx) => {
				const published = await write.publish(tx, input, input, ctx.actor);
				if (published.isDone)
					await ctx.note(tx, { action: 'guides.published', subject: input.id, detail: { version: published.version } });
				return published;
			})
		),
	returnTo: to('returnTo')
		.input(one.extend({ version: z.int().positive() }))
		.mutation(({ ctx, input }) =>
			publishing(ctx, async (tx) => {
				const version = await write.returnTo(tx, input, input.version, ctx.actor);
				await ctx.note(tx, {
					action: 'guides.returned',
					subject: input.id,
					detail: { version, returnedTo: input.version }
				});
				return { version };
			})
		),
	retire: to('retire')
		.input(one)
		.mutation(({ ctx, input }) =>
			publishing(ctx, async (tx) => {
				await write.retire(tx, input);
				await ctx.note(tx, { action: 'guides.retired', subject: input.id });
			})
		),

	keep: administer('guide.publish')
		.input(one.extend({ ownerId: z.uuid().nullable(), reviewOn: day.nullable() }))
		.mutation(({ ctx, input }) =>
			ctx.transaction(async (tx) => {
				const { organisationId, id, ...change } = input;
				demandFound(await repository.isKnown(tx, { organisationId, id }));
				const writers = await repository.writers(tx, organisationId, rolesFor('guide.draft'));
				demandFound(change.ownerId === null || writers.some((writer) => writer.id === change.ownerId));
				await repository.keep(tx, { organisationId, id }, change);
			})
		),
	addTest: reading
		.input(
			one.extend({
				testedOn: day,
				tester: z.string().trim().min(1).max(80),
				worked: z.boolean(),
				note: z.string().trim().max(2_000)
			})
		)
		.mutation(({ ctx, input: { organisationId, id, ...test } }) =>
			ctx.transaction(async (tx) => {
				const { draft, published } = await repository.held(tx, { organisationId, id });
				demandFound(Boolean(draft || published));
				const version = published?.version ?? 0;
				const recorded = { id: randomUUIDv7(), ...test, version, recordedBy: ctx.actor.personId };
				await repository.addTest(tx, { organisationId, id }, recorded);
			})
		)
});
