import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import type { AppRouter } from '#lib/app/server/router.ts';
import { isErrorCode } from '#lib/domain/errors.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';

/**
 * What needs the whole organisation is asked online: administration, search over all cases, sign-in. An answer is the
 * value or a code; no answer is `offline`. Nothing asked here waits: what must not be lost goes through `mutate`.
 */
export const server = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/api/trpc' })] });

export async function ask<T>(question: (to: typeof server) => Promise<T>): Promise<Result<T>> {
	try {
		return ok(await question(server));
	} catch (error) {
		if (!(error instanceof TRPCClientError)) throw error;
		const reason: unknown = error.data?.reason;
		// A portal's page or a dead proxy answers too, but not in our form.
		return refuse(isErrorCode(reason) ? reason : 'offline');
	}
}

/** What a question is answered with, when it is. */
export type Answer<Question extends (...input: never[]) => Promise<Result<unknown>>> = Extract<
	Awaited<ReturnType<Question>>,
	{ ok: true }
>['value'];
