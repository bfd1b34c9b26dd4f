import Dexie, { type Table } from 'dexie';
import { guard, NewerDatabase } from './guard.ts';
import type { Store, Tx } from './store.ts';
import type { DeviceTables, PersonTables } from './tables.ts';

/**
 * The two databases of a device, and the only place that knows Dexie. Every transaction is strict: what it wrote
 * survives a power cut. A new version may add tables and indexes; it never deletes an outbox row.
 */
type Schema<Tables> = { version: number; tables: Record<keyof Tables & string, string> };

const personSchema: Schema<PersonTables> = {
	version: 1,
	tables: {
		ticket: 'id, departmentId',
		guide: 'id',
		person: 'id, departmentId',
		department: 'id',
		organisation: 'id',
		service: 'id',
		device: 'id, assetTag, departmentId',
		outbox: 'mutationId, seq, ticketId, isPending, state',
		file: 'fileId, mutationId, ticketId, state',
		chunk: 'id, fileId',
		draft: 'id, kind',
		base: 'id',
		cursor: 'id',
		life: 'id'
	}
};

const deviceSchema: Schema<DeviceTables> = { version: 1, tables: { setting: 'key', resident: 'personId' } };

export const personStore = (personId: string): Store<PersonTables> => openStore(`athand-${personId}`, personSchema);
export const deviceStore = (): Store<DeviceTables> => openStore('athand-device', deviceSchema);

/** @throws NewerDatabase before anything is touched: Dexie itself would open newer data with older code. */
async function refuseNewer(name: string, version: number): Promise<void> {
	// Firefox before 126 cannot list databases; there the version is known only once it is open.
	const known = (await indexedDB.databases?.())?.find((database) => database.name === name);
	if (known?.version && known.version / 10 > version) throw new NewerDatabase(name);
}

function openStore<Tables>(name: string, { version, tables }: Schema<Tables>): Store<Tables> {
	async function open(): Promise<Dexie> {
		await refuseNewer(name, version);
		const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
		db.version(version).stores(tables as Record<string, string>);
		// A newer tab wants to upgrade: it must not wait for this one.
		db.on('versionchange', () => connection.drop());
		db.on('close', () => connection.drop());
		await db.open();
		if (db.verno > version) {
			db.close();
			throw new NewerDatabase(name);
		}
		return db;
	}
	const connection = guard(open);

	const run = <T>(mode: 'r' | 'rw', work: (tx: Tx<Tables>) => Promise<T>): Promise<T> =>
		connection.run((db, signal) =>
			// A promise of the platform, because Dexie's own keeps its caller inside the transaction's zone.
			Promise.resolve(
				db.transaction(mode, db.tables, (transaction) => {
					signal.addEventListener('abort', () => transaction.active && transaction.abort());
					return work(tableCalls<Tables>((table) => transaction.table(table)));
				})
			)
		);

	// Sleep is when connections are lost; to find out on waking is better than in the middle of a save.
	const probe = () => {
		if (document.visibilityState === 'visible') run('r', async () => undefined).catch(() => undefined);
	};
	if (typeof document !== 'undefined') {
		document.addEventListener('visibilitychange', probe);
		window.addEventListener('pageshow', probe);
	}

	return {
		read: (work) => run('r', work),
		write: (work) => run('rw', work),
		watch: (listener) => watch(name, listener),
		close: () => connection.drop(),
		async destroy() {
			connection.drop();
			await Dexie.delete(name);
		}
	};
}

function tableCalls<Tables>(table: (name: string) => Table<unknown, string>): Tx<Tables> {
	const calls = {
		get: (name: string, key: string) => table(name).get(key),
		all: (name: string) => table(name).toArray(),
		where: (name: string, field: string, value: string | number) => table(name).where(field).equals(value).toArray(),
		put: async (name: string, ...rows: unknown[]) => void (await table(name).bulkPut(rows)),
		delete: (name: string, ...keys: string[]) => table(name).bulkDelete(keys),
		clear: (name: string) => table(name).clear()
	};
	return calls as unknown as Tx<Tables>;
}

/** Dexie tells every commit, also of other tabs, by the parts of a database that it touched. */
function watch(name: string, listener: () => void): () => void {
	const heard = (parts: object) => {
		const touched = Object.keys(parts);
		if (touched.some((part) => part === 'all' || part.startsWith(`idb://${name}/`))) listener();
	};
	Dexie.on('storagemutated', heard);
	return () => Dexie.on('storagemutated').unsubscribe(heard);
}
