import type { ErrorCode } from '#lib/domain/errors.ts';
import type { FileId } from '#lib/domain/ids.ts';
import type { PhotoState } from '#lib/domain/rows.ts';
import type { PullRequest, PushRequest } from './protocol.ts';

/**
 * The network as functions. What comes back is unknown until it matches `protocol.ts`: a captive portal answers 200
 * with a page of its own. Tests and the simulator give other functions.
 */
export type Push = (request: PushRequest) => Promise<unknown>;
export type Pull = (request: PullRequest) => Promise<unknown>;

/** What the server holds of a file for certain. */
export type UploadStatus = { offset: number; state: PhotoState; code?: ErrorCode };
export type Upload = {
	status(fileId: FileId): Promise<UploadStatus>;
	/** Bytes from `offset` on, with their own SHA-256 in hex. */
	send(fileId: FileId, offset: number, bytes: ArrayBuffer, sha256: string): Promise<UploadStatus>;
};

export type Transport = { push: Push; pull: Pull; upload: Upload };

/** The other side was not reached, or did not answer as agreed: nothing is known, everything is kept. */
export class NoAnswer extends Error {
	override name = 'NoAnswer';
	/** The server asked for this pause (Retry-After). */
	readonly retryAfterMs: number | null;
	constructor(message: string, retryAfterMs: number | null = null) {
		super(message);
		this.retryAfterMs = retryAfterMs;
	}
}

/** The server answered and said no, with a code: `signed_out` and `access_ended` for all, others for one file. */
export class Refusal extends Error {
	override name = 'Refusal';
	readonly code: ErrorCode;
	constructor(code: ErrorCode) {
		super(code);
		this.code = code;
	}
}
