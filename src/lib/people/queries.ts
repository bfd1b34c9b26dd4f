import { ask, type Answer } from '#lib/sync/ask.ts';

/** Whose door is this, whom to phone, and may one be anyone here. */
export const doorOf = (organisation: string | null) => ask((to) => to.people.welcome.query({ organisation }));
export type OpenDoor = Answer<typeof doorOf>;

export const demoPeople = () => ask((to) => to.people.demoPeople.query());
export type DemoFaces = Answer<typeof demoPeople>;

export const invitation = (token: string) => ask((to) => to.people.invitation.query({ token }));

const key = 'athand.door';

/** The organisation that was last signed in to on this device; only its address, so it may lie outside the database. */
export function lastDoor(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

export function rememberDoor(slug: string): void {
	try {
		localStorage.setItem(key, slug);
	} catch {
		// A browser that keeps nothing asks again next time.
	}
}
