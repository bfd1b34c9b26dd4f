import 'fake-indexeddb/auto';
import { newId } from '#lib/sync/ids.ts';
import type { Local } from '#lib/sync/local.ts';
import { personStore } from '#lib/sync/local-db.ts';
import { save } from '#lib/sync/save.ts';
import { sendText } from '#lib/sync/sender.ts';
import { reportBy } from '#lib/sync/server/fixtures.ts';
import { sha256 } from '#lib/sync/sha256.ts';
import type { Account } from './account.ts';

/**
 * Reports that phones saved without network, sent all at once: the product's own `save` and `sendText`, each sender with a
 * database of its own (fake-indexeddb, in the memory of this process).
 */
export async function drain(account: Account, { senders, reports }: { senders: number; reports: number }) {
	const phones = await Promise.all(Array.from({ length: senders }, () => fullPhone(account, reports / senders)));
	const began = performance.now();
	await Promise.all(phones.map((local) => sendText(local, { push: ({ items }) => account.push(items) })));
	const tookMs = performance.now() - began;
	const outboxes = await Promise.all(
		phones.map(({ store }) => store.read((tx) => tx.where('outbox', 'state', 'acked')))
	);
	// Acknowledged is committed: the server answers after its commit (SV13).
	const durable = outboxes.reduce((sum, items) => sum + items.length, 0);
	await Promise.all(phones.map(({ store }) => store.destroy()));
	if (durable !== reports) throw new Error(`${durable} of ${reports} reports arrived`);
	return { perSecond: (durable * 1_000) / tookMs };
}

async function fullPhone({ me }: Account, reports: number): Promise<Local> {
	const { locks } = navigator;
	const local: Local = { me, store: personStore(newId()), now: () => new Date(), newId, locks, sha256 };
	for (let n = 0; n < reports; n++) {
		const saved = await save(local, 'ticket.report', reportBy(me, { text: `Skærmen er sort. Kasse ${n}` }));
		if (!saved.ok) throw new Error(saved.code);
	}
	return local;
}
