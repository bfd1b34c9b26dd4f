import type { RowKind } from '#lib/domain/rows.ts';
import type { Tx } from './db.ts';
import { changeLog } from './schema/index.ts';

export type ChangedRow = {
	organisationId: string;
	kind: RowKind;
	rowId: string;
	/** Who may see it now. */
	scopes: string[];
	/** Who no longer may, where an earlier entry does not say it already. */
	leftScopes?: string[];
	isDeleted?: boolean;
};

/**
 * Tells devices that a row changed: every write that they should see calls it, in the same transaction. The position is
 * given at commit by a trigger, which also settles which entry is the row's latest.
 */
export async function recordChange(tx: Tx, { leftScopes = [], isDeleted = false, ...row }: ChangedRow): Promise<void> {
	await tx.insert(changeLog).values({ ...row, leftScopes, isDeleted });
}
