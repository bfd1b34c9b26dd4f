import type { ChangeFeed, HeardChange } from '#lib/server/listen.ts';

/**
 * Yields whenever one of these scopes should pull: once at the start, because something may have happened before the
 * stream was open, and once for all that was heard while the last word was on its way. Carries no data.
 */
export async function* pullNow(changes: ChangeFeed, scopes: readonly string[], signal: AbortSignal) {
	let isDue = true;
	let wake = () => {};
	const leave = changes.subscribe((change) => {
		if (!concerns(change, scopes)) return;
		isDue = true;
		wake();
	});
	const stop = () => wake();
	signal.addEventListener('abort', stop);
	try {
		while (!signal.aborted) {
			if (isDue) {
				isDue = false;
				yield 'pull' as const;
			} else await new Promise<void>((resolve) => (wake = resolve));
		}
	} finally {
		signal.removeEventListener('abort', stop);
		leave();
	}
}

function concerns(change: HeardChange | null, mine: readonly string[]): boolean {
	if (change === null) return true;
	if (change.scopes) return change.scopes.some((scope) => mine.includes(scope));
	return mine.some((scope) => scope.endsWith(`:${change.organisationId}`));
}
