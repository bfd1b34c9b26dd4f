/**
 * The device's storage as the rest of sync sees it: tables by name, one transaction at a time, all or nothing.
 * `local-db.ts` implements it on IndexedDB; the fault simulator has one in memory.
 *
 * Inside a transaction only its own calls may be awaited: IndexedDB commits as soon as nothing of it is outstanding.
 */
export type Tx<Tables> = {
	get<Name extends keyof Tables>(table: Name, key: string): Promise<Tables[Name] | undefined>;
	all<Name extends keyof Tables>(table: Name): Promise<Tables[Name][]>;
	/** Rows whose indexed field has this value. */
	where<Name extends keyof Tables>(table: Name, field: string, value: string | number): Promise<Tables[Name][]>;
	put<Name extends keyof Tables>(table: Name, ...rows: Tables[Name][]): Promise<void>;
	delete(table: keyof Tables, ...keys: string[]): Promise<void>;
	clear(table: keyof Tables): Promise<void>;
};

export type Store<Tables> = {
	read<T>(work: (tx: Tx<Tables>) => Promise<T>): Promise<T>;
	/**
	 * Resolves after the strict transaction has completed: what was written survives a power cut.
	 * `work` may run again when the connection was lost, so it must come to the same end twice.
	 */
	write<T>(work: (tx: Tx<Tables>) => Promise<T>): Promise<T>;
	/** Told after every commit, also one of another tab. Returns how to stop. */
	watch(listener: () => void): () => void;
	close(): void;
	/** The whole database goes. */
	destroy(): Promise<void>;
};
