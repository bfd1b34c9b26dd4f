import { createTRPCUntypedClient, httpLink, httpSubscriptionLink, splitLink, TRPCClientError } from '@trpc/client';
import { keepOpen, type Stream } from './reopen.ts';
import { NoAnswer, Refusal, type Transport } from './transport.ts';
import { tusUpload } from './tus-upload.ts';

/**
 * The network as it is: tRPC for items and rows, tus for bytes. Untyped on purpose: both answers are validated against
 * `protocol.ts`, so the client needs no router, and a portal's page cannot pass for an answer. Loaded lazily.
 */
const client = createTRPCUntypedClient({
	links: [
		splitLink({
			condition: (operation) => operation.type === 'subscription',
			true: httpSubscriptionLink({ url: '/api/trpc' }),
			false: httpLink({ url: '/api/trpc' })
		})
	]
});

/** A half-open connection never ends by itself. */
const limitMs = 30_000;
const limit = () => ({ signal: AbortSignal.timeout(limitMs) });

async function asked<T>(request: Promise<T>): Promise<T> {
	try {
		return await request;
	} catch (error) {
		const data: { reason?: unknown; httpStatus?: unknown } =
			(error instanceof TRPCClientError && (error.data as object | null)) || {};
		if (data.reason === 'signed_out' || data.reason === 'access_ended') throw new Refusal(data.reason);
		const response = error instanceof TRPCClientError ? error.meta?.response : undefined;
		throw new NoAnswer(String(error), retryAfterMs(response instanceof Response ? response : undefined));
	}
}

/** Retry-After in seconds; a date would need the device's clock, which nobody trusts. */
export function retryAfterMs(response: Response | undefined): number | null {
	const seconds = Number(response?.headers.get('retry-after') ?? NaN);
	return Number.isFinite(seconds) ? Math.min(seconds, 600) * 1_000 : null;
}

export const transport: Transport = {
	push: (request) => asked(client.mutation('sync.push', request, limit())),
	pull: (request) => asked(client.query('sync.pull', request, limit())),
	upload: tusUpload(fetch.bind(globalThis))
};

/** Calls back whenever the server says "pull now", and once each time it opens. */
export const subscribe = (onChange: () => void): Stream =>
	keepOpen(({ onOpen, onEnd }) => {
		const subscription = client.subscription('sync.changes', undefined, {
			onStarted: onOpen,
			onData: onChange,
			onError: onEnd,
			onComplete: onEnd,
			// The browser is about to try by itself.
			onConnectionStateChange: ({ state, error }) => void (state === 'connecting' && error && onEnd())
		});
		return () => subscription.unsubscribe();
	});
