import { error, type RequestHandler } from '@sveltejs/kit';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { appRouter } from '#lib/app/server/router.ts';
import { leaverOf, mayHandIn } from '#lib/people/server/sign-in/hook.ts';
import { theNode } from '#lib/server/boot.ts';
import { log } from '#lib/server/log.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';

// A page asks for a handful of things at once; more in one request is somebody multiplying a guess.
const maxBatchSize = 20;
// The largest push (sync/protocol.ts) with room for its envelope.
const maxBytes = 512_000;
/** After too many requests. */
const retryAfterS = 60;

const handle: RequestHandler = (event) => {
	const { request } = event;
	if (!isSameOrigin(request)) error(403);
	if (request.method === 'POST') {
		if (!request.headers.get('content-type')?.startsWith('application/json')) error(415);
		if (Number(request.headers.get('content-length')) > maxBytes) error(413);
	}
	const { database, changes, settings, stopping } = theNode();
	return fetchRequestHandler({
		endpoint: '/api/trpc',
		req: new Request(request, { signal: AbortSignal.any([request.signal, stopping]) }),
		router: appRouter,
		createContext: () => ({
			database,
			changes,
			settings,
			actor: event.locals.actor,
			leaver: () => leaverOf(event, database),
			mayHandIn: (leaver) => mayHandIn(database, leaver),
			event
		}),
		maxBatchSize,
		responseMeta: ({ errors }) => ({
			headers: {
				'cache-control': 'no-store',
				...(errors.some(({ message }) => message === 'too_many_tries') && { 'retry-after': String(retryAfterS) })
			}
		}),
		onError: ({ error: failure, path }) => {
			if (failure.code === 'INTERNAL_SERVER_ERROR')
				log.error({ err: failure.cause ?? failure, path }, 'procedure failed');
		}
	});
};

export const GET = handle;
export const POST = handle;
