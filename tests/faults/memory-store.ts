import type { Store, Tx } from '#lib/sync/store.ts';
import type { PersonTables } from '#lib/sync/tables.ts';

type Row = Record<string, unknown>;
type Data = Map<string, Map<string, Row>>;

const keys: Partial<Record<string, string>> = { outbox: 'mutationId', file: 'fileId' };

/**
 * The device's disk in memory: transactions one after the other, all or nothing. Rows are values: who reads one cannot
 * change what lies on the disk. `disk` outlives the tabs that use it, and can be copied like a browser's profile.
 */
export class Disk {
	data: Data;
	private last: Promise<unknown> = Promise.resolve();

	constructor(data: Data = new Map()) {
		this.data = data;
	}

	clone(): Disk {
		return new Disk(new Map([...this.data].map(([name, rows]) => [name, new Map(rows)])));
	}

	/** A tab that has crashed writes nothing any more and never gets an answer; a frozen one not before it thaws. */
	store(tab: { isAlive: boolean; frozen: Promise<void> | undefined }): Store<PersonTables> {
		const never = new Promise<never>(() => undefined);
		const run = async <T>(work: (tx: Tx<PersonTables>) => Promise<T>): Promise<T> => {
			if (tab.frozen) await tab.frozen;
			const done = this.last.then(async () => {
				const changed: Data = new Map();
				const value = await work(calls(this.data, changed));
				if (tab.isAlive) for (const [name, rows] of changed) this.data.set(name, rows);
				return value;
			});
			this.last = done.catch(() => undefined);
			try {
				const value = await done;
				if (tab.frozen) await tab.frozen;
				return tab.isAlive ? value : await never;
			} catch (error) {
				if (tab.frozen) await tab.frozen;
				if (tab.isAlive) throw error;
				return never;
			}
		};
		return {
			read: run,
			write: run,
			watch: () => () => undefined,
			close: () => undefined,
			destroy: async () => this.data.clear()
		};
	}
}

function calls(data: Data, changed: Data): Tx<PersonTables> {
	const rowsOf = (name: string) => changed.get(name) ?? data.get(name) ?? new Map<string, Row>();
	const writable = (name: string) => {
		const rows = changed.get(name) ?? new Map(data.get(name));
		changed.set(name, rows);
		return rows;
	};
	const tx = {
		get: async (name: string, key: string) => rowsOf(name).get(key),
		all: async (name: string) => [...rowsOf(name).values()],
		where: async (name: string, field: string, value: unknown) =>
			[...rowsOf(name).values()].filter((row) => row[field] === value),
		put: async (name: string, ...rows: Row[]) => {
			const table = writable(name);
			for (const row of rows) table.set(String(row[keys[name] ?? 'id']), row);
		},
		delete: async (name: string, ...ids: string[]) => {
			const table = writable(name);
			for (const id of ids) table.delete(id);
		},
		clear: async (name: string) => void changed.set(name, new Map())
	};
	return tx as unknown as Tx<PersonTables>;
}
