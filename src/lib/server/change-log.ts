import type { RowKind } from '#lib/domain/rows.ts';
import type { Db, Tx } from './db.ts';
import { driver } from './driver.ts';

/** Something that devices should see anew. Who saw it before and is not among the scopes is sent a tombstone. */
export type RecordedChange = {
	organisationId: string;
	kind: RowKind;
	rowId: string;
	/** See `sync/server/scopes.ts`. */
	scopes: readonly string[];
	isDeleted?: boolean;
};

/** Belongs into the transaction that writes the row: whoever is told of a change must find it. */
export async function recordChange(tx: Tx | Db, change: RecordedChange): Promise<void> {
	const { organisationId, kind, rowId, scopes, isDeleted = false } = change;
	await driver(tx)`
		insert into change_log (organisation_id, kind, row_id, scopes, is_deleted)
		values (${organisationId}, ${kind}, ${rowId}, ${[...scopes]}::text[], ${isDeleted})`;
}

/** Nothing of theirs has changed in the log, but their next pull has something to tell: they are told to pull. */
export async function wake(tx: Tx, organisationId: string, scopes: readonly string[]): Promise<void> {
	await driver(tx)`select pg_notify('athand_change', ${[organisationId, ...scopes].join(' ')})`;
}

/** What is shown together with a row has changed (a photo of a case): the same readers look again. */
export async function recordAgain(tx: Tx, kind: RowKind, rowId: string): Promise<void> {
	await driver(tx)`
		insert into change_log (organisation_id, kind, row_id, scopes)
		select organisation_id, kind, row_id, scopes from change_log
		where kind = ${kind} and row_id = ${rowId} and is_latest and not is_deleted`;
}
