import type { ErrorCode } from '#lib/domain/errors.ts';
import type { PhotoState } from '#lib/domain/rows.ts';
import type { Tx } from '../db.ts';
import { driver } from '../driver.ts';

export type UploadRow = {
	fileId: string;
	organisationId: string;
	ticketId: string;
	ownerId: string;
	size: number;
	sha256: string;
	mime: string;
	verifiedOffset: number;
	state: PhotoState;
	code: ErrorCode | null;
};

export async function findUpload(tx: Tx, fileId: string): Promise<UploadRow | null> {
	const [row] = await driver(tx)<UploadRow[]>`
		select file_id as "fileId", organisation_id as "organisationId", ticket_id as "ticketId", owner_id as "ownerId", size,
			sha256, mime, verified_offset as "verifiedOffset", state, code
		from upload where file_id = ${fileId}`;
	return row ?? null;
}

/** One writer a file, on whichever node; false = somebody else is at it. Ends with the transaction. */
export async function lockUpload(tx: Tx, fileId: string): Promise<boolean> {
	const [row] = await driver(tx)<{ isMine: boolean }[]>`
		select pg_try_advisory_xact_lock(hashtextextended(${fileId}, 1)) as "isMine"`;
	return row?.isMine ?? false;
}

export async function saveOffset(tx: Tx, fileId: string, offset: number): Promise<void> {
	await driver(tx)`
		update upload set verified_offset = ${offset}, state = ${offset === 0 ? 'expected' : 'receiving'},
			last_activity_at = now()
		where file_id = ${fileId}`;
}

export async function saveState(
	tx: Tx,
	fileId: string,
	state: PhotoState,
	change: { code?: ErrorCode; mime?: string; detail?: { width: number; height: number } } = {}
): Promise<void> {
	await driver(tx)`
		update upload set state = ${state}, code = ${change.code ?? null}, mime = coalesce(${change.mime ?? null}, mime),
			detail = ${JSON.stringify(change.detail ?? {})}::text::jsonb, last_activity_at = now()
		where file_id = ${fileId}`;
}

/** Across all organisations: ids only, past the wall by a function of the database. */
export async function waitingUploads(tx: Tx): Promise<{ fileId: string; organisationId: string }[]> {
	return driver(tx)<{ fileId: string; organisationId: string }[]>`
		select file_id as "fileId", organisation_id as "organisationId" from waiting_uploads()`;
}
