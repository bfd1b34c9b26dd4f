// Carries "something changed" from any node to this node's open streams: one connection listens for PostgreSQL's
// NOTIFY and tells everybody here. postgres.js opens it again when it breaks; what was said meanwhile is lost, so after
// each reconnect everybody is told to look.

import type postgres from 'postgres';

const channel = 'athand_change';

/** The organisation in which something changed; null = perhaps any. */
export type ChangeHeard = (organisationId: string | null) => void;
export type ChangeFeed = { subscribe(heard: ChangeHeard): () => void };

export async function openChangeFeed(client: postgres.Sql): Promise<ChangeFeed> {
	const subscribers = new Set<ChangeHeard>();
	const tell = (organisationId: string | null) => subscribers.forEach((heard) => heard(organisationId));
	await client.listen(
		channel,
		(organisationId) => tell(organisationId || null),
		() => tell(null)
	);
	return {
		subscribe(heard) {
			subscribers.add(heard);
			return () => subscribers.delete(heard);
		}
	};
}
