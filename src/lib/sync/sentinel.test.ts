import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { leave, waitingOfOthers } from './leave.ts';
import { personStore } from './local-db.ts';
import { currentLocal } from './local.ts';
import { signIn } from './me.ts';
import { mutate } from './mutate.ts';
import { discard } from './outbox-change.ts';
import { outbox } from './outbox.ts';
import { pushBatch } from './push.ts';
import { detectLoss, dropSentinel, forgetLosses, keepSentinel, losses } from './sentinel.ts';
import { answering } from './test-server.ts';
import { mette, newReport, report, testPhoto } from './test-local.ts';
import { fakeOutside } from './test-outside.ts';
import { newId } from './ids.ts';

let outside: ReturnType<typeof fakeOutside>;
const copies = `unsent-${mette.personId}`;

beforeEach(async () => {
	outside = fakeOutside();
	await signIn(mette);
});
afterEach(async () => {
	await leave(mette.personId);
	await personStore(mette.personId).destroy();
	vi.unstubAllGlobals();
});

async function databaseIsLost() {
	const local = await currentLocal();
	await keepSentinel(local);
	await local.store.destroy();
}

it('[ST4] says what was lost when the database is a new one, until it was read', async () => {
	await mutate('ticket.report', newReport({ text: 'My secret' }));
	await databaseIsLost();
	outside.caches.kept.delete(`athand-${copies}`);
	outside.files.kept.delete(copies);
	const loss = await detectLoss(await currentLocal());
	expect(loss?.items).toMatchObject([{ kind: 'ticket.report' }]);
	expect(JSON.stringify(loss)).not.toContain('My secret');
	expect(await losses(mette.personId)).toHaveLength(1);
	expect(await detectLoss(await currentLocal())).toBeNull();
	await forgetLosses(mette.personId);
	expect(await losses(mette.personId)).toEqual([]);
});

it('[ST4] does not write over the note when something is saved before anybody has looked', async () => {
	await mutate('ticket.report', newReport());
	await databaseIsLost();
	outside.caches.kept.delete(`athand-${copies}`);
	outside.files.kept.delete(copies);
	await mutate('ticket.report', newReport());
	await keepSentinel(await currentLocal());
	expect((await losses(mette.personId)).flatMap(({ items }) => items)).toHaveLength(1);
	await forgetLosses(mette.personId);
});

it('[ST4] is silent at a first start, a second start, and when everything was sent', async () => {
	const local = await currentLocal();
	expect(await detectLoss(local)).toBeNull();
	await mutate('ticket.report', newReport());
	expect(await detectLoss(local)).toBeNull();
	await pushBatch(local, answering().push);
	await keepSentinel(local);
	await local.store.destroy();
	expect(await detectLoss(await currentLocal())).toBeNull();
	await dropSentinel(mette.personId);
});

it.each(['cache', 'file'])(
	'[ST6] what was lost is taken up again from its copy in the %s, once, and sent',
	async (place) => {
		const ticketId = newId<ReturnType<typeof newReport>['ticketId']>();
		const first = await mutate('ticket.report', newReport({ text: 'The door' }, ticketId), {
			photos: [await testPhoto(10)]
		});
		await mutate('ticket.reply', { ticketId, text: 'And the gate', photos: [] });
		await databaseIsLost();
		if (place === 'file') outside.caches.kept.clear();
		else outside.files.kept.clear();

		const local = await currentLocal();
		expect(await detectLoss(local)).toBeNull();
		expect(await detectLoss(local)).toBeNull();
		const [back, reply, ...more] = await outbox.items();
		expect(more).toEqual([]);
		expect(back).toMatchObject({ mutationId: first.ok && first.value.mutationId, seq: 1, isPending: 1 });
		expect(reply).toMatchObject({ seq: 2, dependsOn: [back?.mutationId] });
		expect(await local.store.read((tx) => tx.get('ticket', ticketId))).toMatchObject({ report: { text: 'The door' } });
		expect(await local.store.read((tx) => tx.all('file'))).toMatchObject([{ state: 'damaged', code: 'photo_damaged' }]);

		const server = answering();
		await pushBatch(local, server.push);
		expect(server.requests[0]?.items.map(({ mutationId }) => mutationId)).toEqual([
			back?.mutationId,
			reply?.mutationId
		]);
		await keepSentinel(local);
		expect([...(outside.files.kept.get(copies)?.keys() ?? [])]).toEqual([]);
	}
);

it('[ST6] a place that is full leaves it to the other, and no copy stays of what was thrown away', async () => {
	outside.caches.isFull = true;
	const saved = await mutate('ticket.report', newReport());
	await keepSentinel(await currentLocal());
	expect(outside.caches.kept.get(`athand-${copies}`)?.size).toBe(0);
	expect(outside.files.kept.get(copies)?.size).toBe(1);
	if (saved.ok) await discard(saved.value.mutationId);
	await keepSentinel(await currentLocal());
	expect(outside.files.kept.get(copies)?.size).toBe(0);
});

it('[ST4] names photos that had not arrived, although their report had', async () => {
	await mutate('ticket.report', newReport(), { photos: [await testPhoto(10), await testPhoto(20)] });
	await pushBatch(await currentLocal(), answering().push);
	await databaseIsLost();
	const loss = await detectLoss(await currentLocal());
	expect(loss?.items.map(({ kind }) => kind)).toEqual(['photo', 'photo']);
	await forgetLosses(mette.personId);
});

it('[ST6] a place that keeps silent holds up neither the start nor the other place', async () => {
	const open = caches.open.bind(caches);
	await mutate('ticket.report', newReport());
	await databaseIsLost();
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		caches.open = () => new Promise(() => undefined);
		const starting = detectLoss(await currentLocal());
		let hasStarted = false;
		void starting.then(() => (hasStarted = true));
		await vi.waitUntil(async () => {
			await vi.advanceTimersByTimeAsync(1_000);
			return hasStarted;
		});
		expect(await starting).toBeNull();
	} finally {
		caches.open = open;
		vi.useRealTimers();
	}
	expect(await outbox.items()).toHaveLength(1);
});

it('[ST4] writes the note once for what has not changed', async () => {
	await mutate('ticket.report', newReport());
	const local = await currentLocal();
	await keepSentinel(local);
	const put = vi.spyOn(Map.prototype, 'set');
	await keepSentinel(local);
	expect(put.mock.calls.filter(([key]) => key === mette.personId || key === `/${mette.personId}`)).toEqual([]);
	put.mockRestore();
});

it('[ST6] half a copy is none', async () => {
	await mutate('ticket.report', newReport());
	await databaseIsLost();
	outside.caches.kept.clear();
	for (const [name, text] of outside.files.kept.get(copies) ?? [])
		outside.files.kept.get(copies)?.set(name, text.slice(0, 100));
	expect((await detectLoss(await currentLocal()))?.items).toHaveLength(1);
	await forgetLosses(mette.personId);
});

it('[ST5] takes everything of a person off the device except what is not sent, copies too', async () => {
	await mutate('ticket.report', { ...newReport(), report });
	const { store } = await currentLocal();
	await keepSentinel(await currentLocal());
	expect(await leave(mette.personId)).toBe(1);
	expect(await store.read((tx) => tx.all('ticket'))).toEqual([]);
	expect(await store.read((tx) => tx.all('outbox'))).toHaveLength(1);
	store.close();

	await signIn({ ...mette, personId: newId<typeof mette.personId>(), name: 'Anna Lind' });
	expect(await waitingOfOthers()).toEqual([{ personId: mette.personId, name: mette.name, count: 1 }]);

	await signIn(mette);
	expect(outside.files.kept.get(copies)?.size).toBe(1);
	await pushBatch(await currentLocal(), answering().push);
	expect(await leave(mette.personId)).toBe(0);
	expect(await waitingOfOthers()).toEqual([]);
	expect([...outside.files.kept.keys(), ...outside.caches.kept.keys()]).not.toContain(copies);
	expect(outside.files.kept.get('sentinel')?.size).toBe(0);
});
