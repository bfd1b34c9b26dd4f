// Carries "something changed" from any node to this node's open streams: one connection listens for PostgreSQL's
// NOTIFY and tells everybody here. postgres.js opens it again when it breaks; what was said meanwhile is lost, so after
// each reconnect everybody is told to look.

import type postgres from 'postgres';

const channel = 'athand_change';

/** Where something changed and for which scopes (null = everybody there). No change at all = perhaps anything. */
export type HeardChange = { organisationId: string; scopes: string[] | null };
export type ChangeHeard = (change: HeardChange | null) => void;
export type ChangeFeed = { subscribe(heard: ChangeHeard): () => void };

export async function openChangeFeed(client: postgres.Sql): Promise<ChangeFeed> {
	const subscribers = new Set<ChangeHeard>();
	const tell = (change: HeardChange | null) => subscribers.forEach((heard) => heard(change));
	await client.listen(
		channel,
		(payload) => tell(read(payload)),
		() => tell(null)
	);
	return {
		subscribe(heard) {
			subscribers.add(heard);
			return () => subscribers.delete(heard);
		}
	};
}

// "<organisation> <scope> <scope> …", or * for scopes that are too many to name (drizzle/0001_walls.sql).
function read(payload: string): HeardChange | null {
	const [organisationId, ...scopes] = payload.split(' ');
	return organisationId ? { organisationId, scopes: scopes[0] === '*' ? null : scopes } : null;
}
