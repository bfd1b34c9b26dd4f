import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it, vi } from 'vitest';
import { NewerDatabase } from './guard.ts';
import { personStore } from './local-db.ts';
import { save } from './save.ts';
import { mette, newReport, testLocal } from './test-local.ts';

it('[ST3] does not touch data that a newer version of the app wrote', async () => {
	const newer = new Dexie('athand-newer');
	newer.version(2).stores({ outbox: 'mutationId', tomorrow: 'id' });
	await newer.open();
	await newer.table('outbox').put({ mutationId: 'kept' });
	newer.close();
	await expect(personStore('newer').read((tx) => tx.all('outbox'))).rejects.toBeInstanceOf(NewerDatabase);
	await newer.open();
	expect(newer.verno).toBe(2);
	expect(await newer.table('outbox').count()).toBe(1);
	newer.close();
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
