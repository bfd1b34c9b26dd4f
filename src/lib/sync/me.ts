import type { PersonId } from '#lib/domain/ids.ts';
import type { Me } from '#lib/domain/rows.ts';
import { newId } from './ids.ts';
import { deviceStore, personStore } from './local-db.ts';
import type { Store } from './store.ts';
import type { DeviceTables, PersonTables } from './tables.ts';

/**
 * Who uses this device, also without network, and whose database that opens. The server decides who may do what;
 * this only remembers what it last said.
 */
export type Session = { me: Me; store: Store<PersonTables> };

let device: Store<DeviceTables> | undefined;
let session: Promise<Session | null> | undefined;

/** The database that belongs to the device, not to a person. */
export const onDevice = (): Store<DeviceTables> => (device ??= deviceStore());

async function open(): Promise<Session | null> {
	const kept = await onDevice().read((tx) => tx.get('setting', 'me'));
	if (kept?.key !== 'me') return null;
	const store = personStore(kept.value.personId);
	// The browser opens it while the page is drawn; whoever reads first hears what fails.
	store.read(async () => undefined).catch(() => undefined);
	return { me: kept.value, store };
}

/** The signed-in person with their database; null before sign-in. Read once, then remembered. */
export function currentSession(): Promise<Session | null> {
	if (!session) {
		const opening = open();
		session = opening;
		// A failed opening is tried again by the next caller.
		opening.catch(() => (session === opening ? (session = undefined) : undefined));
	}
	return session;
}

/** @throws when nobody is signed in: screens behind the sign-in never ask then. */
export async function neededSession(): Promise<Session> {
	const current = await currentSession();
	if (!current) throw new Error('nobody is signed in');
	return current;
}

export const signedIn = async (): Promise<Me | null> => (await currentSession())?.me ?? null;

/** After the server has said who it is; again when a name or a grant changed. */
export async function signIn(me: Me): Promise<void> {
	await onDevice().write(async (tx) => {
		await tx.put('setting', { key: 'me', value: me });
		await tx.put('resident', { personId: me.personId, name: me.name });
	});
	await forgetSession();
}

/** The same person, of whom something is otherwise now. Pages ask again with `invalidate('athand:me')`. */
export async function changeMe(change: Partial<Omit<Me, 'personId'>>): Promise<void> {
	const { me, store } = await neededSession();
	const next = { ...me, ...change };
	await onDevice().write((tx) => tx.put('setting', { key: 'me', value: next }));
	session = Promise.resolve({ me: next, store });
}

/** This device remembers nobody as signed in. What lies here is `leave`'s to delete. */
export async function signOut(): Promise<void> {
	await onDevice().write((tx) => tx.delete('setting', 'me'));
	await forgetSession();
}

async function forgetSession(): Promise<void> {
	const old = await session?.catch(() => null);
	session = undefined;
	old?.store.close();
}

/** One id for this browser profile, made at the first call. */
export async function installId(): Promise<string> {
	return onDevice().write(async (tx) => {
		const kept = await tx.get('setting', 'installId');
		if (kept?.key === 'installId') return kept.value;
		const value = newId();
		await tx.put('setting', { key: 'installId', value });
		return value;
	});
}

/** Whose data lies on this device: the signed-in person and those who left something unsent. */
export const residents = (): Promise<{ personId: PersonId; name: string }[]> =>
	onDevice().read((tx) => tx.all('resident'));
