import type { Me } from '#lib/domain/rows.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { setLocale } from '#lib/paraglide/runtime.js';
import { maySettle } from '#lib/domain/policy.ts';
import { worksAtDesk, type Grant } from '#lib/domain/roles.ts';
import { ask } from '#lib/sync/ask.ts';
import { leave } from '#lib/sync/leave.ts';
import { signedIn, signIn as remember } from '#lib/sync/me.ts';

/** What somebody types at the door. */
export type Door = { organisation: string; employeeNumber: string; secret: string };

export const beDemoPerson = async (personId: string): Promise<Result<Me>> =>
	entered(await ask((to) => to.people.demoSignIn.mutate({ personId })));

/** `null`: the secret was a one-time PIN, so a new one has to be chosen first. */
export async function signIn(door: Door): Promise<Result<Me | null>> {
	const answer = await ask((to) => to.people.signIn.mutate(door));
	return answer.ok ? entered(ok(answer.value.me)) : answer;
}

export const chooseSecret = async (door: Door, newSecret: string): Promise<Result<Me>> =>
	entered(await ask((to) => to.people.choose.mutate({ ...door, newSecret })));

export const join = async (token: string, newSecret: string): Promise<Result<Me>> =>
	entered(await ask((to) => to.people.join.mutate({ token, newSecret })));

/** The device remembers who it is and speaks their language from here on. */
async function entered<Who extends Me | null>(answer: Result<Who>): Promise<Result<Who>> {
	if (answer.ok && answer.value) {
		// Whoever was here before and did not leave (their session had ended): what they have not sent stays, the rest goes.
		const before = await signedIn();
		if (before && before.personId !== answer.value.personId) await leave(before.personId);
		await remember(answer.value);
		await setLocale(answer.value.locale, { reload: false });
	}
	return answer;
}

/** Where somebody's day begins: with the cases of others, with what they look after, or with their own. */
export function firstPage(me: Me): string {
	const some = (right: (grant: Grant) => boolean) => me.grants.some(right);
	if (some((grant) => worksAtDesk(me, grant.organisationId))) return '/desk';
	return some((grant) => maySettle(me, grant)) ? '/desk/settings' : '/';
}
