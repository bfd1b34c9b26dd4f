import { ask } from '#lib/sync/ask.ts';

/** How many items wait to be decided, or null while nobody answers: asked online, as they lie on no device. */
export async function heldCount(): Promise<number | null> {
	const answer = await ask((to) => to.held.count.query());
	return answer.ok ? answer.value : null;
}
