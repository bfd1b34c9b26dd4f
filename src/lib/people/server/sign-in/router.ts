import * as z from 'zod';
import { longestSecret } from '#lib/domain/people/secret.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Me } from '#lib/domain/rows.ts';
import { audit } from '#lib/server/audit.ts';
import { publicProcedure, refusal, router, signedInProcedure, type Context } from '#lib/server/trpc.ts';
import { demoFaces } from '../demo/people.ts';
import { addressOf, enter, meFrom } from './enter.ts';
import * as repository from './repository.ts';
import { hashToken } from './secret.ts';
import { dropCookies, tokenHashOf } from './session.ts';
import { acceptable, recognise } from './sign-in.ts';

const secret = z
	.string()
	.min(1)
	.max(longestSecret + 1);
const door = z.object({
	organisation: z.string().trim().toLowerCase().min(1).max(80),
	employeeNumber: z.string().trim().min(1).max(40),
	secret
});
const link = z.object({ token: z.string().min(20).max(100) });

/** The demo is the only mode in which somebody may be anyone. In every other these procedures are not there. */
const demoProcedure = publicProcedure.use(({ ctx, next }) => {
	if (ctx.settings.mode !== 'demo') throw refusal('not_found');
	return next();
});

export const signInRouter = router({
	/** Before anybody is signed in: whose door is it, whom to phone. */
	welcome: publicProcedure
		.input(z.object({ organisation: z.string().trim().toLowerCase().max(80).nullable() }))
		.query(async ({ ctx: { database, settings }, input }) => {
			const isDemo = settings.mode === 'demo';
			const slug = input.organisation || (await repository.onlyOrganisation(database.db));
			const found = slug ? await repository.findOrganisation(database.db, slug) : null;
			const whose = found?.id ?? (isDemo ? demoFaces[0]?.organisationId : null);
			const phones = whose ? await database.withOrganisations([whose], repository.phonesOf) : [];
			return { isDemo, organisation: found && slug ? { slug, name: found.name, locale: found.locale } : null, phones };
		}),

	demoPeople: demoProcedure.query(() => demoFaces),

	demoSignIn: demoProcedure.input(z.object({ personId: z.uuid() })).mutation(async ({ ctx, input }): Promise<Me> => {
		const face = demoFaces.find(({ personId }) => personId === input.personId);
		if (!face) throw refusal('not_found');
		return enter(ctx.database, ctx.event, face);
	}),

	/** `choose`: the secret was a one-time PIN, so nobody is signed in before they have chosen their own. */
	signIn: publicProcedure
		.input(door)
		.mutation(async ({ ctx, input }): Promise<{ next: 'choose'; me: null } | { next: 'in'; me: Me }> => {
			const known = await recognised(ctx, input);
			if (known.mustChoose) return { next: 'choose', me: null };
			return { next: 'in', me: await enter(ctx.database, ctx.event, known) };
		}),

	choose: publicProcedure.input(door.extend({ newSecret: secret })).mutation(async ({ ctx, input }): Promise<Me> => {
		const known = await recognised(ctx, input);
		demand(acceptable(input.newSecret, known.employeeNumber));
		if (input.newSecret === input.secret) throw refusal('invalid_input');
		return enter(ctx.database, ctx.event, known, input.newSecret);
	}),

	invitation: publicProcedure.input(link).query(async ({ ctx: { database }, input }) => {
		const invited = await repository.findInvitation(database.db, hashToken(input.token));
		const greeting =
			invited &&
			(await database.withOrganisations([invited.organisation_id], (tx) => repository.greeting(tx, invited.person_id)));
		if (!greeting) throw refusal('link_expired');
		return greeting;
	}),

	join: publicProcedure.input(link.extend({ newSecret: secret })).mutation(async ({ ctx, input }): Promise<Me> => {
		const { database } = ctx;
		const tokenHash = hashToken(input.token);
		const invited = await repository.findInvitation(database.db, tokenHash);
		if (!invited) throw refusal('link_expired');
		const person = { personId: invited.person_id, organisationId: invited.organisation_id };
		await database.withOrganisations([person.organisationId], async (tx) => {
			const greeting = await repository.greeting(tx, person.personId);
			demand(acceptable(input.newSecret, greeting?.employeeNumber ?? ''));
			if (!(await repository.useInvitation(tx, tokenHash))) throw refusal('link_expired');
		});
		return enter(database, ctx.event, person, input.newSecret);
	}),

	signOut: publicProcedure.mutation(async ({ ctx: { actor, database, event } }) => {
		const tokenHash = tokenHashOf(event);
		dropCookies(event);
		if (!actor || !tokenHash) return;
		const { organisationId, personId } = actor;
		await database.withOrganisations([organisationId], async (tx) => {
			await repository.revokeSessions(tx, { tokenHash });
			await audit(tx, { organisationId, actorId: personId, action: 'signIn.left', subject: personId });
		});
	}),

	/** Null: nobody is signed in. */
	me: publicProcedure.query(async ({ ctx: { actor, database } }): Promise<Me | null> => {
		const found = actor && (await repository.findActor(database.db, actor.personId));
		return found ? meFrom(found) : null;
	}),

	sessions: signedInProcedure.query(async ({ ctx: { actor, transaction, event } }) => {
		const mine = tokenHashOf(event);
		const rows = await transaction((tx) => repository.sessionsOf(tx, actor.personId));
		return rows.map(({ tokenHash, ...row }) => ({ ...row, id: hashToken(tokenHash), isThisOne: tokenHash === mine }));
	}),

	/** Everywhere but here. */
	signOutElsewhere: signedInProcedure.mutation(async ({ ctx: { actor, transaction, event } }) => {
		const { organisationId, personId } = actor;
		await transaction(async (tx) => {
			await repository.revokeSessions(tx, { personId, except: tokenHashOf(event) ?? undefined });
			await audit(tx, { organisationId, actorId: personId, action: 'signIn.leftElsewhere', subject: personId });
		});
	})
});

async function recognised({ database, event }: Context, input: z.infer<typeof door>) {
	return demand(await recognise(database, input, addressOf(event)));
}

function demand<T>(result: Result<T>): T {
	if (!result.ok) throw refusal(result.code);
	return result.value;
}
