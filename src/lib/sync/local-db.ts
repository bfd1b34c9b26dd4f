import { deleteDB, openDB, unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { commits } from './commits.ts';
import { guard, NewerDatabase, type Guard } from './guard.ts';
import type { Store, Tx } from './store.ts';
import type { DeviceTables, PersonTables } from './tables.ts';

/**
 * The two databases of a device, and the only place that knows IndexedDB. Every transaction is strict: what it wrote
 * survives a power cut. A new version may add tables and indexes; it never deletes an outbox row.
 *
 * Each table names its key and its indexes. Versions count in tens, as on devices that were set up by Dexie.
 */
type Schema<Tables> = { version: number; tables: Record<keyof Tables & string, [key: string, ...indexes: string[]]> };

const personSchema: Schema<PersonTables> = {
	version: 10,
	tables: {
		ticket: ['id', 'departmentId'],
		guide: ['id'],
		person: ['id', 'departmentId'],
		department: ['id'],
		organisation: ['id'],
		service: ['id'],
		device: ['id', 'assetTag', 'departmentId'],
		outbox: ['mutationId', 'seq', 'ticketId', 'isPending', 'state'],
		file: ['fileId', 'mutationId', 'ticketId', 'state'],
		chunk: ['id', 'fileId'],
		draft: ['id', 'kind'],
		base: ['id'],
		cursor: ['id'],
		life: ['id']
	}
};

const deviceSchema: Schema<DeviceTables> = { version: 10, tables: { setting: ['key'], resident: ['personId'] } };

export const personStore = (personId: string): Store<PersonTables> => openStore(`athand-${personId}`, personSchema);
export const deviceStore = (): Store<DeviceTables> => openStore('athand-device', deviceSchema);

type Upgrading = IDBPTransaction<unknown, string[], 'versionchange'>;

function addWhatIsMissing<Tables>(db: IDBPDatabase, tables: Schema<Tables>['tables'], upgrading: Upgrading) {
	for (const [name, [keyPath, ...indexes]] of Object.entries<[string, ...string[]]>(tables)) {
		const isThere = db.objectStoreNames.contains(name);
		const table = isThere ? upgrading.objectStore(name) : db.createObjectStore(name, { keyPath });
		for (const index of indexes) if (!table.indexNames.contains(index)) table.createIndex(index, index);
	}
}

function openStore<Tables>(name: string, { version, tables }: Schema<Tables>): Store<Tables> {
	const open = (): Promise<IDBPDatabase> =>
		openDB(name, version, {
			upgrade: (db, _from, _to, upgrading) => addWhatIsMissing(db, tables, upgrading),
			// A newer tab wants to upgrade: it must not wait for this one.
			blocking: () => connection.drop(),
			terminated: () => connection.drop()
		}).catch((error: Error) => {
			throw error.name === 'VersionError' ? new NewerDatabase(name) : error;
		});
	const connection: Guard<IDBPDatabase> = guard(open);
	const committed = commits(name);

	const run = <T>(mode: 'readonly' | 'readwrite', work: (tx: Tx<Tables>) => Promise<T>): Promise<T> =>
		connection.run(async (db, signal) => {
			const transaction = db.transaction([...db.objectStoreNames], mode, { durability: 'strict' });
			// Heard by whoever awaits it below; an abort between two steps of the work must not count as unheard.
			transaction.done.catch(() => undefined);
			signal.addEventListener('abort', () => abort(transaction));
			const calls = tableCalls<Tables>(transaction);
			try {
				const value = await work(calls);
				if (mode === 'readwrite') await transaction.done;
				if (calls.hasWritten()) committed.tell();
				return value;
			} catch (error) {
				abort(transaction);
				// A request that dies with its transaction only says that it was aborted; the transaction says why.
				throw transaction.error ?? error;
			}
		});

	// Sleep is when connections are lost; to find out on waking is better than in the middle of a save.
	const probe = () => {
		if (document.visibilityState === 'visible') run('readonly', async () => undefined).catch(() => undefined);
	};
	if (typeof document !== 'undefined') {
		document.addEventListener('visibilitychange', probe);
		window.addEventListener('pageshow', probe);
	}

	return {
		read: (work) => run('readonly', work),
		write: (work) => run('readwrite', work),
		watch: (listener) => committed.watch(listener),
		close: () => connection.drop(),
		async destroy() {
			connection.drop();
			await deleteDB(name);
		}
	};
}

function abort(transaction: { abort(): void }): void {
	try {
		transaction.abort();
	} catch {
		// It has ended already.
	}
}

/** Writes are not awaited one by one: what fails aborts the transaction, and that is awaited. */
function tableCalls<Tables>(transaction: IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>) {
	let hasWritten = false;
	const table = (name: string) => unwrap(transaction.objectStore(name));
	const written = (name: string) => {
		hasWritten = true;
		return table(name);
	};
	const calls = {
		get: (name: string, key: string) => transaction.objectStore(name).get(key),
		all: (name: string) => transaction.objectStore(name).getAll(),
		where: (name: string, field: string, value: string | number) =>
			transaction.objectStore(name).index(field).getAll(value),
		put: async (name: string, ...rows: unknown[]) => rows.forEach((row) => written(name).put(row)),
		delete: async (name: string, ...keys: string[]) => keys.forEach((key) => written(name).delete(key)),
		clear: async (name: string) => void written(name).clear(),
		hasWritten: () => hasWritten
	};
	return calls as unknown as Tx<Tables> & { hasWritten(): boolean };
}
