import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { NewerDatabase } from './guard.ts';
import { personStore } from './local-db.ts';
import { save } from './save.ts';
import { mette, newReport, testLocal } from './test-local.ts';

it('[ST3] does not touch data that a newer version of the app wrote', async () => {
	const newer = await openDB('athand-newer', 20, {
		upgrade: (db) => void db.createObjectStore('outbox', { keyPath: 'mutationId' })
	});
	await newer.put('outbox', { mutationId: 'kept' });
	newer.close();
	await expect(personStore('newer').read((tx) => tx.all('outbox'))).rejects.toBeInstanceOf(NewerDatabase);
	const untouched = await openDB('athand-newer', 20);
	expect(await untouched.count('outbox')).toBe(1);
	untouched.close();
});

it('[ST3] adds tables and indexes to what an older version of the app wrote, and keeps every outbox item', async () => {
	const older = await openDB('athand-older', 5, {
		upgrade: (db) => void db.createObjectStore('outbox', { keyPath: 'mutationId' }).createIndex('seq', 'seq')
	});
	await older.put('outbox', { mutationId: 'kept', seq: 1, state: 'queued', isPending: 1 });
	older.close();
	const store = personStore('older');
	expect(await store.read((tx) => tx.where('outbox', 'isPending', 1))).toMatchObject([{ mutationId: 'kept' }]);
	expect(await store.read((tx) => tx.all('draft'))).toEqual([]);
	store.close();
});

it('[ST2] opens anew after the browser lost the connection', async () => {
	const local = testLocal(mette, 'lost');
	let failures = 0;
	const { transaction } = IDBDatabase.prototype;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
		if (failures-- > 0) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
		return transaction.apply(this, args);
	});
	await save(local, 'ticket.report', newReport());
	failures = 2;
	expect((await save(local, 'ticket.report', newReport())).ok).toBe(true);
	expect(failures).toBeLessThanOrEqual(0);
	vi.restoreAllMocks();
	expect(await local.store.read((tx) => tx.all('outbox'))).toHaveLength(2);
});

it('writes all of a transaction or nothing', async () => {
	const { store } = testLocal(mette, 'all-or-nothing');
	const failing = store.write(async (tx) => {
		await tx.put('draft', { id: 'one', kind: 'report', data: null, savedAt: '' });
		throw new Error('no');
	});
	await expect(failing).rejects.toThrow('no');
	expect(await store.read((tx) => tx.all('draft'))).toEqual([]);
	store.close();
});

it('says why a transaction failed, not only that it was aborted', async () => {
	const { store } = testLocal(mette, 'full');
	const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
		const { transaction } = this;
		Object.defineProperty(transaction, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
		transaction.abort();
		return {} as IDBRequest<IDBValidKey>;
	});
	const draft = { id: 'one', kind: 'report', data: null, savedAt: '' };
	await expect(store.write((tx) => tx.put('draft', draft))).rejects.toMatchObject({ name: 'QuotaExceededError' });
	put.mockRestore();
	store.close();
});

it('tells every watcher of a commit, also in another tab, and nobody of a look', async () => {
	const [here, there] = [testLocal(mette, 'watched').store, testLocal(mette, 'watched').store];
	const heard = { here: vi.fn(), there: vi.fn() };
	const stop = here.watch(heard.here);
	there.watch(heard.there);
	await here.write((tx) => tx.get('draft', 'one'));
	await here.write((tx) => tx.put('draft', { id: 'one', kind: 'report', data: null, savedAt: '' }));
	await vi.waitFor(() => expect(heard.there).toHaveBeenCalledTimes(1));
	expect(heard.here).toHaveBeenCalledTimes(1);
	stop();
	await there.write((tx) => tx.delete('draft', 'one'));
	await vi.waitFor(() => expect(heard.there).toHaveBeenCalledTimes(2));
	expect(heard.here).toHaveBeenCalledTimes(1);
	here.close();
	there.close();
});
