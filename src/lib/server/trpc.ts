// The base of every router: what a procedure is given, and how a refusal looks on the wire. An expected refusal carries a
// code of domain/errors.ts in `data.reason`; anything else is `unexpected` to the caller and stands in the log.

import { initTRPC, TRPCError } from '@trpc/server';
import type { RequestEvent } from '@sveltejs/kit';
import { errors, isErrorCode, type ErrorCode } from '#lib/domain/errors.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Node } from './boot.ts';
import type { Tx } from './db.ts';

export type Context = Pick<Node, 'database' | 'changes' | 'settings'> & {
	actor: Actor | null;
	/** Where nobody is signed in: who was, until they were removed. */
	leaver: () => Promise<Actor | null>;
	/** Counts one more request of theirs: false when they were too many. */
	mayHandIn: (leaver: Actor) => Promise<boolean>;
	event: RequestEvent;
};

const statusCodes: Record<number, TRPCError['code']> = {
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	409: 'CONFLICT',
	413: 'PAYLOAD_TOO_LARGE',
	422: 'UNPROCESSABLE_CONTENT',
	429: 'TOO_MANY_REQUESTS',
	503: 'SERVICE_UNAVAILABLE'
};

/** `throw refusal('not_found')`: the caller reads the code, and a person the message under it. */
export const refusal = (code: ErrorCode): TRPCError =>
	new TRPCError({ code: statusCodes[errors[code].httpStatus] ?? 'BAD_REQUEST', message: code });

function reasonOf(error: TRPCError): ErrorCode {
	if (isErrorCode(error.message)) return error.message;
	return error.code === 'BAD_REQUEST' ? 'invalid_input' : error.code === 'NOT_FOUND' ? 'not_found' : 'unexpected';
}

const t = initTRPC.context<Context>().create({
	isDev: false,
	// A stream that says nothing is taken for dead by proxies and by the device; after a while it opens again, so that a
	// session that ended is noticed.
	sse: {
		ping: { enabled: true, intervalMs: 15_000 },
		client: { reconnectAfterInactivityMs: 40_000 },
		maxDurationMs: 15 * 60_000
	},
	errorFormatter({ shape, error }) {
		const reason = reasonOf(error);
		return {
			...shape,
			// A bug's own words can carry what somebody typed.
			message: reason,
			data: { ...shape.data, reason, retryable: errors[reason].retryable }
		};
	}
});

export const router = t.router;
export const publicProcedure = t.procedure;

/** Somebody is signed in; `ctx.transaction` sees what this actor may see. */
export const signedInProcedure = t.procedure.use(async ({ ctx, next }) => {
	const { actor, database } = ctx;
	// Who has left would try to sign in for ever.
	if (!actor) throw refusal((await ctx.leaver()) ? 'access_ended' : 'signed_out');
	const transaction = <T>(work: (tx: Tx) => Promise<T>) => database.withActor(actor, work);
	return next({ ctx: { ...ctx, actor, transaction } });
});

/** Also for somebody who was removed while signed in, as an actor without a role. */
export const handInProcedure = t.procedure.use(async ({ ctx, next }) => {
	if (ctx.actor) return next({ ctx: { ...ctx, actor: ctx.actor } });
	const actor = await ctx.leaver();
	if (!actor) throw refusal('signed_out');
	if (!(await ctx.mayHandIn(actor))) throw refusal('too_many_tries');
	return next({ ctx: { ...ctx, actor } });
});

export const createCallerFactory = t.createCallerFactory;
