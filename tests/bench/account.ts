import type { Me } from '#lib/domain/rows.ts';
import { newId } from '#lib/sync/ids.ts';
import {
	pullLimit,
	type Change,
	type Cursor,
	type PullReply,
	type PushItem,
	type PushReply
} from '#lib/sync/protocol.ts';

/** Somebody of the demo, signed in over HTTP as a device is. */
export type Account = {
	me: Me;
	push(items: readonly PushItem[]): Promise<PushReply>;
	/** Every row that a device of this person gets by its first pull, as it goes over the wire. */
	rows(): Promise<Change[]>;
};

/** @param name whoever is first in the demo without it */
export async function openAccount(url: string, name?: string): Promise<Account> {
	let cookie = '';
	const send = async (path: string, init: RequestInit) => {
		const response = await fetch(`${url}/api/trpc/${path}`, init);
		cookie ||= response.headers
			.getSetCookie()
			.map((line) => line.split(';')[0])
			.join('; ');
		const answer = await response.json();
		if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
		return answer.result.data;
	};
	const mutate = (procedure: string, input: object) =>
		send(procedure, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: url, cookie },
			body: JSON.stringify(input)
		});
	const query = (procedure: string, input: object) =>
		send(`${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers: { cookie } });

	async function rows(): Promise<Change[]> {
		const all: Change[] = [];
		let cursor: Cursor | null = null;
		for (let more = true; more;) {
			const reply: PullReply = await query('sync.pull', { cursor, incarnation: newId(), limit: pullLimit });
			all.push(...reply.changes);
			({ cursor, more } = reply);
		}
		return all;
	}

	const people: { personId: string; name: string }[] = await query('people.demoPeople', {});
	const person = people.find((one) => !name || one.name === name);
	if (!person) throw new Error(`${name} is not in the demo`);
	const me: Me = await mutate('people.demoSignIn', { personId: person.personId });
	return { me, push: (items) => mutate('sync.push', { items }), rows };
}

/** Pushes and insists: every item was applied, so it is on the server's disk. */
export async function pushAll({ push }: Account, items: readonly PushItem[]): Promise<void> {
	const { results } = await push(items);
	const bad = results.find(({ status }) => status !== 'applied');
	if (bad) throw new Error(`not applied: ${JSON.stringify(bad)}`);
}
