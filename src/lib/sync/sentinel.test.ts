import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { leave, waitingOfOthers } from './leave.ts';
import { personStore } from './local-db.ts';
import { currentLocal } from './local.ts';
import { signIn } from './me.ts';
import { mutate } from './mutate.ts';
import { pushBatch } from './push.ts';
import { detectLoss, dropSentinel, forgetLosses, keepSentinel, losses } from './sentinel.ts';
import { answering } from './test-server.ts';
import { mette, newReport, report } from './test-local.ts';
import { newId } from './ids.ts';

/** What of the Cache API the note needs. */
class FakeCaches {
	kept = new Map<string, Response>();
	open = async () => ({
		put: async (url: string, response: Response) => void this.kept.set(url, response),
		delete: async (url: string) => this.kept.delete(url)
	});
	match = async (url: string) => this.kept.get(url)?.clone();
}

beforeEach(() => void vi.stubGlobal('caches', new FakeCaches()));
afterEach(async () => {
	vi.unstubAllGlobals();
	await leave(mette.personId);
	await personStore(mette.personId).destroy();
});

it('[ST4] says what was lost when the database is a new one, until it was read', async () => {
	await signIn(mette);
	await mutate('ticket.report', newReport({ text: 'My secret' }));
	const before = await currentLocal();
	await keepSentinel(before);
	await before.store.destroy();
	const loss = await detectLoss(await currentLocal());
	expect(loss?.items).toMatchObject([{ kind: 'ticket.report' }]);
	expect(JSON.stringify(loss)).not.toContain('My secret');
	expect(await losses(mette.personId)).toHaveLength(1);
	expect(await detectLoss(await currentLocal())).toBeNull();
	await forgetLosses(mette.personId);
	expect(await losses(mette.personId)).toEqual([]);
});

it('[ST4] is silent at a first start, a second start, and when everything was sent', async () => {
	await signIn(mette);
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

it('[ST5] takes everything of a person off the device except what is not sent', async () => {
	await signIn(mette);
	await mutate('ticket.report', { ...newReport(), report });
	const { store } = await currentLocal();
	expect(await leave(mette.personId)).toBe(1);
	expect(await store.read((tx) => tx.all('ticket'))).toEqual([]);
	expect(await store.read((tx) => tx.all('outbox'))).toHaveLength(1);
	store.close();

	await signIn({ ...mette, personId: newId<typeof mette.personId>(), name: 'Anna Lind' });
	expect(await waitingOfOthers()).toEqual([{ personId: mette.personId, name: mette.name, count: 1 }]);

	await signIn(mette);
	await pushBatch(await currentLocal(), answering().push);
	expect(await leave(mette.personId)).toBe(0);
	expect(await waitingOfOthers()).toEqual([]);
});
