import { ask, type Answer } from '#lib/sync/ask.ts';

/** Whose door is this, whom to phone, and may one be anyone here. */
export const doorOf = (organisation: string | null) => ask((to) => to.people.welcome.query({ organisation }));
export type OpenDoor = Answer<typeof doorOf>;

export const demoPeople = () => ask((to) => to.people.demoPeople.query());
export type DemoFaces = Answer<typeof demoPeople>;

export const invitation = (token: string) => ask((to) => to.people.invitation.query({ token }));

const keys = { door: 'athand.door', phone: 'athand.it-number' };

/** The organisation that was last signed in to on this device; only its address, so it may lie outside the database. */
export const lastDoor = (): string | null => kept(keys.door);
export const rememberDoor = (slug: string): void => keep(keys.door, slug);

/** IT's number as the door last told it, for the day when the door does not answer. Anybody may read it there. */
export const lastNumber = (): string | null => kept(keys.phone);
export const rememberNumber = (number: string): void => keep(keys.phone, number);

function kept(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function keep(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// A browser that keeps nothing asks again next time.
	}
}
