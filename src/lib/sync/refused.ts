import type { ErrorCode } from '#lib/domain/errors.ts';

/** Leaves a transaction so that nothing of it is kept; its caller turns it into a value. */
export class Refused extends Error {
	readonly code: ErrorCode;
	constructor(code: ErrorCode) {
		super(code);
		this.code = code;
	}
}
