import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { syncLoop } from './engine.ts';
import { save } from './save.ts';
import { alone } from './sender.ts';
import { connection } from './status.svelte.ts';
import { answering, pages } from './test-server.ts';
import { newReport, testLocal, testPhoto, type TestLocal } from './test-local.ts';
import { NoAnswer, Refusal, type Transport } from './transport.ts';

const outboxOf = (local: TestLocal) => local.store.read((tx) => tx.all('outbox'));
const acked = async (local: TestLocal) => (await outboxOf(local)).every(({ state }) => state === 'acked');
const loops: { stop(): void }[] = [];
afterEach(() => loops.splice(0).forEach((loop) => loop.stop()));

function device(local: TestLocal, changes: Partial<Transport> = {}) {
	const said: string[] = [];
	const server = answering();
	const transport: Transport = {
		push: async (request) => {
			said.push(`push ${request.items.length}`);
			return server.push(request);
		},
		pull: async (request) => {
			said.push('pull');
			return pages().pull(request);
		},
		upload: {
			status: async () => {
				said.push('photo');
				return { offset: 1_000, state: 'verified' };
			},
			send: () => Promise.reject(new NoAnswer('not needed'))
		},
		...changes
	};
	const loop = syncLoop(local, transport);
	loops.push(loop);
	return { loop, said };
}

it('[UP6] sends text, then asks what is new, then sends photos', async () => {
	const local = testLocal();
	await save(local, 'ticket.report', newReport(), { photos: [await testPhoto(1_000)] });
	const { loop, said } = device(local);
	loop.wake();
	await vi.waitFor(() => expect(said.at(-1)).toBe('photo'));
	expect(said).toEqual(['push 1', 'pull', 'photo']);
	expect(await acked(local)).toBe(true);
});

it('[PU11] who has left hands in text and photos, and is not asked to sign in', async () => {
	const local = testLocal();
	await save(local, 'ticket.report', newReport(), { photos: [await testPhoto(1_000)] });
	const parked = answering({ status: 'parked', code: 'rights_lost', number: null });
	const { loop, said } = device(local, {
		push: parked.push,
		pull: () => Promise.reject(new Refusal('access_ended'))
	});
	loop.wake();
	await vi.waitFor(() => expect(connection.ended).toBe('access_ended'));
	expect(said).toEqual(['photo']);
	expect(connection.isOnline).toBe(true);
	expect(await local.store.read((tx) => tx.all('file'))).toMatchObject([{ state: 'verified' }]);
});

it('[PU9] sends what was saved while a request was on its way', async () => {
	const local = testLocal();
	await save(local, 'ticket.report', newReport());
	const server = answering();
	const { loop } = device(local, {
		push: async (request) => {
			if (server.requests.length === 0) {
				await save(local, 'ticket.report', newReport());
				loop.wake();
			}
			return server.push(request);
		}
	});
	loop.wake();
	await vi.waitFor(async () => expect(await acked(local)).toBe(true));
	expect(server.requests.map(({ items }) => items.length)).toEqual([1, 1]);
});

it('[PU10] sends from one tab at a time; the other looks again and takes over', async () => {
	const local = testLocal();
	await save(local, 'ticket.report', newReport());
	let release = () => {};
	const held = alone(local, () => new Promise<void>((resolve) => (release = resolve)));
	const { loop, said } = device(local);
	loop.wake();
	await vi.waitFor(() => expect(said).toContain('pull'));
	expect(said).not.toContain('push 1');
	release();
	await held;
	loop.wake();
	await vi.waitFor(async () => expect(await acked(local)).toBe(true));
});
