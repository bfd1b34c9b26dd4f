import type { Actor } from '#lib/domain/roles.ts';
import { rolesIn } from '#lib/domain/roles.ts';
import type { OrganisationId } from '#lib/domain/ids.ts';
import type { SolutionPoint } from '#lib/domain/ticket/words.ts';

/**
 * Where it is being solved, from who solves it: never asked. Only that a supplier did it cannot be known here, so that
 * is the one thing a person says.
 */
export function solutionPointOf(
	by: Pick<Actor, 'grants'>,
	organisationId: OrganisationId,
	supplierDidIt: boolean
): SolutionPoint {
	if (supplierDidIt) return 'supplier';
	const held = rolesIn(by as Actor, organisationId);
	return held.includes('specialist') && !held.includes('agent') ? 'specialist' : 'firstLine';
}
