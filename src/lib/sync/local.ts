import type { Me } from '#lib/domain/rows.ts';
import { newId } from './ids.ts';
import { neededSession } from './me.ts';
import { sha256 } from './sha256.ts';
import type { Store } from './store.ts';
import type { PersonTables } from './tables.ts';

/**
 * One person's half on one device: everything that the outbox, push and pull touch besides the network. Tests and the
 * simulator give a store in memory, a clock that they turn and ids that they can repeat.
 */
export type Local = {
	me: Me;
	store: Store<PersonTables>;
	now(): Date;
	newId<Id extends string>(): Id;
	/** Of text (UTF-8) or bytes, in hex. Never inside a transaction: IndexedDB would commit while it is computed. */
	sha256(data: string | ArrayBuffer): Promise<string>;
};

export async function currentLocal(): Promise<Local> {
	return { ...(await neededSession()), now: () => new Date(), newId, sha256 };
}
