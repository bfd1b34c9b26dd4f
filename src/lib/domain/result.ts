import type { ErrorCode } from './errors.ts';

/** An expected refusal is a value with a code of the one table; an exception means a bug or the network. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (code: ErrorCode): { ok: false; code: ErrorCode } => ({ ok: false, code });
