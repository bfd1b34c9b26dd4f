import type { Me } from '#lib/domain/rows.ts';
import { newId } from './ids.ts';
import { neededSession } from './me.ts';
import { sha256 } from './sha256.ts';
import type { Store } from './store.ts';
import type { PersonTables } from './tables.ts';

/**
 * One person's half on one device: everything that the outbox, push and pull touch besides the network. Tests and the
 * simulator give a store in memory, a clock that they turn, ids that they can repeat and locks of tabs that they kill.
 */
export type Local = {
	me: Me;
	store: Store<PersonTables>;
	now(): Date;
	newId<Id extends string>(): Id;
	/** The browser's Web Locks: shared by all tabs and the worker, and free as soon as their holder is gone. */
	locks: Pick<LockManager, 'request'>;
	/** Of text (UTF-8) or bytes, in hex. Never inside a transaction: IndexedDB would commit while it is computed. */
	sha256(data: string | ArrayBuffer): Promise<string>;
};

export async function currentLocal(): Promise<Local> {
	return { ...(await neededSession()), now: () => new Date(), newId, locks: navigator.locks, sha256 };
}
