import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Cursor } from '../protocol.ts';
import type { Epoch } from './epoch.ts';

// A cursor that we signed and whose mark we no longer know proves that the database was set back. Without the signature
// anybody signed in could make every device of every customer send everything again.

type Unsigned = Omit<Cursor, 'proof' | 'epoch'>;

export const signed = (cursor: Unsigned, { epoch, cursorKey }: Epoch): Cursor => {
	const whole = { ...cursor, epoch };
	return { ...whole, proof: proofOf(whole, cursorKey) };
};

export function isSigned(cursor: Cursor, { cursorKey }: Epoch): boolean {
	const [given, expected] = [Buffer.from(cursor.proof), Buffer.from(proofOf(cursor, cursorKey))];
	return given.length === expected.length && timingSafeEqual(given, expected);
}

const proofOf = ({ epoch, position, mark, scope, freshTo }: Omit<Cursor, 'proof'>, key: string): string =>
	createHmac('sha256', key)
		.update(JSON.stringify([epoch, position, mark, scope, freshTo]))
		.digest('base64url');
