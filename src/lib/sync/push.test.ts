import { describe, expect, it } from 'vitest';
import type { MutationId } from '#lib/domain/ids.ts';
import { discardItem } from './discard.ts';
import { pushBytesLimit, pushLimit } from './protocol.ts';
import { pushBatch } from './push.ts';
import { save } from './save.ts';
import { answering, epoch } from './test-server.ts';
import { newReport, testLocal, type TestLocal } from './test-local.ts';
import { NoAnswer } from './transport.ts';

const outboxOf = async (local: TestLocal) =>
	(await local.store.read((tx) => tx.all('outbox'))).sort((a, b) => a.order - b.order);

async function reported(text = 'It is black', local = testLocal()) {
	const input = newReport({ text });
	const saved = await save(local, 'ticket.report', input);
	if (!saved.ok) throw new Error(saved.code);
	return { local, input, mutationId: saved.value.mutationId };
}
const poisonOutcome = { guideId: 'handheld-frozen' };

describe('a push', () => {
	it('[PU1] sends a cause before what follows from it, in one request', async () => {
		const { local, input, mutationId } = await reported();
		await save(local, 'ticket.reply', { ticketId: input.ticketId, text: 'Also warm', photos: [] });
		const server = answering();
		expect(await pushBatch(local, server.push)).toEqual({ settled: 2, nextTryMs: null });
		const items = server.requests[0]!.items;
		expect(items.map(({ kind, seq }) => [kind, seq])).toEqual([
			['ticket.report', 1],
			['ticket.reply', 2]
		]);
		expect(items[1]!.dependsOn).toEqual([mutationId]);
		expect(await outboxOf(local)).toMatchObject([
			{ state: 'acked', number: 1042, ackedEpoch: epoch },
			{ state: 'acked' }
		]);
	});

	it('[PU2] takes at most a hundred items', async () => {
		const local = testLocal();
		for (let index = 0; index < pushLimit + 5; index += 1) await save(local, 'guide.outcome', poisonOutcome);
		const server = answering();
		await pushBatch(local, server.push);
		await pushBatch(local, server.push);
		expect(server.requests.map(({ items }) => items.length)).toEqual([pushLimit, 5]);
	});

	it('[PU2] stays below 256 KB, but never starves a large item', async () => {
		const local = testLocal();
		for (let index = 0; index < 30; index += 1) await reported('Æ'.repeat(10_000), local);
		const server = answering();
		while ((await pushBatch(local, server.push)).settled > 0);
		for (const request of server.requests) {
			expect(new TextEncoder().encode(JSON.stringify(request)).length).toBeLessThanOrEqual(pushBytesLimit);
			expect(request.items.length).toBeGreaterThan(0);
		}
		expect(server.requests.flatMap(({ items }) => items)).toHaveLength(30);
	});

	it.each([
		['a page of a captive portal', async () => '<html>Welcome to the hotel</html>'],
		['an answer of another shape', async () => ({ epoch, results: [{ ok: true }] })]
	])('[PU3] takes %s for no answer', async (_, push) => {
		const { local } = await reported();
		await expect(pushBatch(local, push)).rejects.toBeInstanceOf(NoAnswer);
		expect(await outboxOf(local)).toMatchObject([{ isPending: 1, attempts: 1 }]);
	});

	it('[PU3] takes an answer with another hash, or to another item, for none', async () => {
		const { local } = await reported();
		await expect(pushBatch(local, answering({ payloadSha256: '0'.repeat(64) }).push)).rejects.toBeInstanceOf(NoAnswer);
		const other = local.newId<MutationId>();
		await expect(pushBatch(local, answering({ mutationId: other }).push)).rejects.toBeInstanceOf(NoAnswer);
		expect(await outboxOf(local)).toMatchObject([{ isPending: 1 }]);
	});

	it('[PU4] keeps an item whose answer was lost and sends the same bytes again', async () => {
		const { local } = await reported();
		const first = answering();
		await expect(
			pushBatch(local, async (request) => {
				await first.push(request);
				throw new NoAnswer('cut');
			})
		).rejects.toBeInstanceOf(NoAnswer);
		const second = answering();
		await pushBatch(local, second.push);
		expect(second.requests).toEqual(first.requests);
	});

	it('[PU5] shows what was refused or parked with its reason, and goes on with the rest', async () => {
		const { local } = await reported();
		await pushBatch(local, answering({ status: 'refused', code: 'already_resolved' }).push);
		await reported('Another', local);
		await pushBatch(local, answering({ status: 'parked', code: 'rights_lost' }).push);
		await reported('A third', local);
		await pushBatch(local, answering().push);
		expect(await outboxOf(local)).toMatchObject([
			{ state: 'needsYou', code: 'already_resolved', isParked: false },
			{ state: 'needsYou', code: 'rights_lost', isParked: true },
			{ state: 'acked', code: null }
		]);
	});

	it('[PU5] waits with what the server puts off, also when the clock is set back by years', async () => {
		const { local } = await reported();
		const { nextTryMs } = await pushBatch(
			local,
			answering({ status: 'retry', code: 'busy', retryAfterMs: 20_000 }).push
		);
		expect(nextTryMs).toBe(local.clock.ms + 20_000);
		const server = answering();
		await pushBatch(local, server.push);
		expect(server.requests).toHaveLength(0);
		local.clock.ms -= 10 * 365 * 86_400_000;
		await pushBatch(local, server.push);
		expect(server.requests).toHaveLength(1);
	});

	it('[PU6] begins a new life when its place belongs to a clone, and keeps the ids', async () => {
		const { local, mutationId } = await reported();
		const before = (await outboxOf(local))[0]!;
		await pushBatch(local, answering({ status: 'retry', code: 'new_incarnation', retryAfterMs: 0 }).push);
		const [after] = await outboxOf(local);
		expect(after).toMatchObject({ mutationId, seq: 1, isPending: 1, nextTryMs: 0 });
		expect(after?.incarnation).not.toBe(before.incarnation);
	});

	it('[PU6] sends once more what the server misses', async () => {
		const { local } = await reported();
		await pushBatch(local, answering().push);
		const missing = { seq: { contiguous: 0, highest: 2, holes: [1] } };
		await reported('Another', local);
		const server = answering({}, missing);
		await pushBatch(local, server.push);
		expect(await outboxOf(local)).toMatchObject([
			{ seq: 1, isPending: 1 },
			{ seq: 2, isPending: 0 }
		]);
		await pushBatch(local, server.push);
		expect(await outboxOf(local)).toMatchObject([
			{ seq: 1, isPending: 0 },
			{ seq: 2, isPending: 0 }
		]);
	});

	it('[OB8] accounts for what was thrown away', async () => {
		const { local, mutationId } = await reported();
		await discardItem(local, mutationId);
		const server = answering({ code: 'discarded' });
		await pushBatch(local, server.push);
		expect(server.requests[0]?.items).toMatchObject([
			{ kind: 'outbox.discarded', seq: 1, payload: '{}', manifest: [] }
		]);
		expect(await outboxOf(local)).toMatchObject([{ state: 'discarded', isPending: 0 }]);
	});
});
