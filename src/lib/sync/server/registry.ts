import type { Actor } from '#lib/domain/roles.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Tx } from '#lib/server/db.ts';
import type { RowKind } from '#lib/domain/rows.ts';
import type { PushItem } from '../protocol.ts';

// What the nouns give to sync; `app/server/registry.ts` puts it together.

export type MutationContext = {
	tx: Tx;
	actor: Actor;
	item: PushItem;
	/** The item's payload, parsed as JSON and not otherwise checked. */
	payload: unknown;
	/** The server's clock, the same for the whole item. */
	at: string;
};

/**
 * Applies one item inside the transaction that claimed it. A refusal is returned before anything is written, because
 * the claim is committed with it; throwing rolls everything back and the device tries again.
 */
export type MutationHandler = (context: MutationContext) => Promise<Result<{ number: number | null }>>;

/**
 * Builds rows for one reader. An id that is missing in the answer becomes a tombstone: gone, or not this reader's.
 * Runs in the snapshot of the pull.
 */
export type RowSource = (tx: Tx, reader: Actor, ids: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;

export type Registry = {
	mutationHandlers: ReadonlyMap<string, MutationHandler>;
	rowSources: Record<RowKind, RowSource>;
};
