import { signedIn } from '#lib/sync/me.ts';

// Without network the server cannot be told that somebody left, and its cookie cannot be dropped from here: that is
// remembered and made up for at the next start, before anybody else signs in.
const key = 'athand.sign-out-owed';

export const oweSignOut = (): void => localStorage.setItem(key, '1');

/** Tells the server what it was not told yet. Somebody who has signed in since has a session of their own. */
export async function settleSignOut(): Promise<void> {
	if (localStorage.getItem(key) === null) return;
	if ((await signedIn()) === null) {
		// Asking the server is not part of the first load.
		const { ask } = await import('#lib/sync/ask.ts');
		if (!(await ask((to) => to.people.signOut.mutate())).ok) return;
	}
	localStorage.removeItem(key);
}
