import type { GuideRow } from '#lib/domain/guide/guide.ts';
import { GuideOutcome } from '#lib/domain/guide/outcome.ts';
import { mayIn } from '#lib/domain/policy.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Tx } from '#lib/server/db.ts';
import { countOutcome, guideRows } from './repository.ts';

// What sync needs of guides: the rows that a reader's device holds, and the one thing that devices say about them.

/** Guides of the reader's own organisation: for their kind of workplace, or all of them for whoever works at the desk. */
export const guideSource = (tx: Tx, reader: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, GuideRow>> =>
	guideRows(tx, reader, ids, { isForAll: mayIn(reader, 'desk.open', reader) });

/** `guide.outcome`: counted for the department, not for the person. */
export async function applyOutcome({ tx, actor, item, payload }: OutcomeContext): Promise<Result<{ number: null }>> {
	const outcome = GuideOutcome.safeParse(payload);
	if (!outcome.success) return refuse('invalid_input');
	const { organisationId, departmentId } = actor;
	if (!mayIn(actor, 'guide.outcome', { organisationId })) return refuse('rights_lost');
	await countOutcome(tx, { id: item.mutationId, organisationId, departmentId }, outcome.data);
	return ok({ number: null });
}

type OutcomeContext = { tx: Tx; actor: Actor; item: { mutationId: string }; payload: unknown };
