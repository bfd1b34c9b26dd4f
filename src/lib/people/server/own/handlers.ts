// What somebody decides about themselves: the language they read, and where they work for now. What the register says of
// their workplace stays the administration's; the choice ends when the administration moves them.

import { OwnLocale, OwnWorkplace } from '#lib/domain/people/own.ts';
import { mayIn } from '#lib/domain/policy.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import { audit } from '#lib/server/audit.ts';
import type { MutationHandler } from '#lib/sync/server/registry.ts';
import { departmentsOf } from '../workplace/repository.ts';
import { setLocale, setWorkplace } from './repository.ts';

const applyLocale: MutationHandler = async ({ tx, actor, payload }) => {
	const own = OwnLocale.safeParse(payload);
	if (!own.success) return refuse('invalid_input');
	if (!mayIn(actor, 'person.locale', actor)) return refuse('rights_lost');
	await setLocale(tx, actor.personId, own.data.locale);
	return ok({ number: null });
};

const applyWorkplace: MutationHandler = async ({ tx, actor, payload }) => {
	const own = OwnWorkplace.safeParse(payload);
	if (!own.success) return refuse('invalid_input');
	const { organisationId, personId } = actor;
	const { departmentId } = own.data;
	if (!mayIn(actor, 'person.workplace', actor)) return refuse('rights_lost');
	const ours = await departmentsOf(tx, organisationId);
	if (!ours.some(({ id }) => id === departmentId)) return refuse('not_found');
	await setWorkplace(tx, personId, departmentId);
	// It lets them see the open cases of another workplace, so it is written down.
	await audit(tx, {
		organisationId,
		actorId: personId,
		action: 'people.workplaceChosen',
		subject: personId,
		detail: { departmentId }
	});
	return ok({ number: null });
};

export const ownHandlers: ReadonlyMap<string, MutationHandler> = new Map([
	['person.locale', applyLocale],
	['person.workplace', applyWorkplace]
]);
