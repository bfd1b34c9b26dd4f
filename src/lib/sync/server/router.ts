import { handInProcedure, router, signedInProcedure } from '#lib/server/trpc.ts';
import type { PullReply, PushReply } from '../protocol.ts';
import { PullRequest, PushRequest } from '../protocol.ts';
import { pullNow } from './live.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import type { Registry } from './registry.ts';
import { scopesOf } from './scopes.ts';

export const syncRouter = (registry: Registry) =>
	router({
		push: handInProcedure
			.input(PushRequest)
			.mutation(({ ctx, input }): Promise<PushReply> => push({ ...ctx, registry }, input)),
		pull: signedInProcedure
			.input(PullRequest)
			.query(({ ctx, input }): Promise<PullReply> => pull({ ...ctx, registry }, input)),
		/** "Pull now". Ends with the request or with the node. */
		changes: signedInProcedure.subscription(({ ctx, signal }) =>
			pullNow(ctx.changes, scopesOf(ctx.actor), signal ?? ctx.event.request.signal)
		)
	});
