import * as z from 'zod';
import type { OrganisationId } from '#lib/domain/ids.ts';
import { mayIn, type OrganisationAction } from '#lib/domain/policy.ts';
import { audit, type AuditEntry } from './audit.ts';
import type { Tx } from './db.ts';
import { refusal, signedInProcedure } from './trpc.ts';

/**
 * A procedure of the administration: names its organisation, asks the policy, and has one way to write, in which the
 * audit entry stands in the same transaction. Missing and forbidden look the same.
 */
export const administer = (action: OrganisationAction) =>
	signedInProcedure.input(z.object({ organisationId: z.uuid() })).use(({ ctx, input, next }) => {
		const organisationId = input.organisationId as OrganisationId;
		if (!mayIn(ctx.actor, action, { organisationId })) throw refusal('not_found');
		const note = (tx: Tx, entry: Pick<AuditEntry, 'action' | 'subject' | 'detail'>) =>
			audit(tx, { ...entry, organisationId, actorId: ctx.actor.personId });
		return next({ ctx: { ...ctx, note } });
	});

/** Nothing of this id in this organisation. */
export function demandFound(isFound: boolean): void {
	if (!isFound) throw refusal('not_found');
}
