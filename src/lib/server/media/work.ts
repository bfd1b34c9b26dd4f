import { log } from '../log.ts';
import { clean } from './clean.ts';
import { publishWaiting, type PublishContext } from './publish.ts';

/** Finds what another node verified and did not get to rewrite. */
const pollMs = 30_000;
const cleanEveryMs = 24 * 60 * 60_000;

let wake = () => {};

/** A photo was verified here: it is rewritten now, not at the next look. */
export const publishSoon = () => wake();

/** Rewrites photos for as long as the node runs: at once what a crash left, then whatever comes. */
export async function keepPublishing(context: PublishContext, dataDir: string, stopping: AbortSignal): Promise<void> {
	stopping.addEventListener('abort', () => wake());
	for (let cleanAt = 0; !stopping.aborted;) {
		// Before the look: what comes while it works wakes the next one.
		const woken = new Promise<void>((resolve) => (wake = resolve));
		try {
			await publishWaiting(context, stopping);
			if (Date.now() >= cleanAt) {
				cleanAt = Date.now() + cleanEveryMs;
				await clean(context.database, dataDir);
			}
		} catch (error) {
			if (!stopping.aborted) log.error({ err: error }, 'photos could not be looked after');
		}
		const timer = setTimeout(wake, pollMs).unref();
		await woken;
		clearTimeout(timer);
	}
}
