import type { ErrorCode } from '#lib/domain/errors.ts';
import { pinLength, problemWith, shortestPassword } from '#lib/domain/people/secret.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DemoFace } from './server/demo/people.ts';

// A message that is looked up by a computed name would pull every message into the page: hence these tables.

export const seenAs: Record<DemoFace, () => string> = {
	reports: m.people_see_reports,
	findsHelp: m.people_see_finds_help,
	helps: m.people_see_helps,
	takes: m.people_see_takes,
	reads: m.people_see_reads,
	korean: m.people_see_korean,
	homecareDesk: m.people_see_homecare_desk,
	solves: m.people_see_solves,
	trains: m.people_see_trains,
	writes: m.people_see_writes,
	owns: m.people_see_owns,
	administers: m.people_see_administers,
	administersCare: m.people_see_administers_care
};

const refusals: Partial<Record<ErrorCode, () => string>> = {
	sign_in_failed: m.errors_sign_in_failed,
	too_many_tries: m.errors_too_many_tries,
	link_expired: m.errors_link_expired,
	invalid_input: m.errors_invalid_input,
	signed_out: m.errors_signed_out,
	access_ended: m.errors_access_ended,
	rights_lost: m.errors_rights_lost,
	not_found: m.errors_not_found,
	busy: m.errors_busy,
	offline: m.errors_offline
};

/** What somebody reads when the server did not do what they asked. */
export const whyNot = (code: ErrorCode): string => (refusals[code] ?? m.errors_unexpected)();

/** What is wrong with a new PIN or password, or null. */
export function wrongWith(secret: string, employeeNumber: string): string | null {
	const problem = problemWith(secret, employeeNumber);
	if (problem === 'short') return m.people_choose_short({ pin: pinLength, password: shortestPassword });
	if (problem === 'long') return m.people_choose_long();
	return problem && m.people_choose_easy();
}
