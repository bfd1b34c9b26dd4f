// The audit log: who changed what in the administration, who signed in. Append-only by grant; written in the transaction
// of what it tells, so that nothing happens unlogged; `audit-seal.ts` chains it. No contents: ids, counts and codes.

import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from './db.ts';
import { auditEntry } from './schema/index.ts';

export type AuditEntry = {
	organisationId: string;
	/** Null: nobody was signed in. */
	actorId: string | null;
	/** `people.added`, `signIn.failed` … */
	action: string;
	subject?: string;
	detail?: Record<string, string | number | boolean | string[] | null>;
};

export async function audit(tx: Tx, { organisationId, actorId, action, subject, detail }: AuditEntry): Promise<void> {
	await tx
		.insert(auditEntry)
		.values({ id: randomUUIDv7(), organisationId, actorId, action, subject: subject ?? null, detail: detail ?? {} });
}
