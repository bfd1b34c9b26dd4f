import * as z from 'zod';
import type { OrganisationId } from '#lib/domain/ids.ts';
import { mayIn } from '#lib/domain/policy.ts';
import { administer } from '#lib/server/administer.ts';
import { driver } from '#lib/server/driver.ts';
import { refusal, router, signedInProcedure } from '#lib/server/trpc.ts';
import { decideHeld, HeldDecision } from './decide.ts';
import { countHeld } from './repository.ts';
import { heldItems } from './view.ts';

const one = z.object({ mutationId: z.uuid(), decision: HeldDecision });

/** Of all organisations that the actor helps: a desk looks at them together, as at its queue. */
const ofAll = signedInProcedure.use(({ ctx, next }) => {
	const seen = ctx.actor.grants.filter((grant) => mayIn(ctx.actor, 'settings.held', grant));
	if (seen.length === 0) throw refusal('not_found');
	return next({ ctx: { ...ctx, organisationIds: seen.map(({ organisationId }) => organisationId) } });
});

export const heldRouter = router({
	/** How many wait for somebody to look at them. */
	count: ofAll.query(({ ctx }) => ctx.transaction((tx) => countHeld(driver(tx), ctx.organisationIds))),
	/** What waits, the oldest first, and what was decided. */
	items: ofAll.query(({ ctx }) => ctx.transaction((tx) => heldItems(tx, ctx.actor, ctx.organisationIds))),
	decide: administer('held.decide')
		.input(one)
		.mutation(({ ctx, input: { mutationId, decision, organisationId } }) =>
			ctx.transaction(async (tx) => {
				const wanted = { organisationId: organisationId as OrganisationId, mutationId, decision };
				const done = await decideHeld(tx, ctx.actor, wanted);
				if (!done.ok) throw refusal(done.code);
				const { isFirst, number } = done.value;
				const detail = { as: decision.as, number };
				if (isFirst) await ctx.note(tx, { action: 'held.decided', subject: mutationId, detail });
				return done.value;
			})
		)
});
