import type { ErrorCode } from '#lib/domain/errors.ts';

/** Nothing was done and nothing is stored: the device sends the item again. */
export class TryLater extends Error {
	readonly code: ErrorCode;
	readonly retryAfterMs: number;

	constructor(code: ErrorCode, retryAfterMs: number) {
		super(code);
		this.code = code;
		this.retryAfterMs = retryAfterMs;
	}
}

/** What the same transaction may well survive a moment later. */
const transientCodes = new Set([
	'40001', // serialisation failure
	'40P01', // deadlock
	'55P03', // lock timeout
	'57014', // statement timeout
	'25P03', // idle in transaction
	'23505', // two first writers of one row: the second finds it next time
	'57P01', // the server or an administrator ended the connection
	'57P02',
	'57P03',
	'53300', // too many connections
	'CONNECTION_CLOSED',
	'CONNECTION_ENDED',
	'CONNECTION_DESTROYED',
	'CONNECT_TIMEOUT',
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOENT', // the database's socket while it restarts
	'EPIPE'
]);

export function isTransient(error: unknown): boolean {
	for (let cause = error; cause instanceof Error; cause = cause.cause)
		if ('code' in cause && typeof cause.code === 'string' && transientCodes.has(cause.code)) return true;
	return false;
}
