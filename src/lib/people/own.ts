import type { DepartmentId } from '#lib/domain/ids.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Me } from '#lib/domain/rows.ts';
import { setLocale } from '#lib/paraglide/runtime.js';
import { ask } from '#lib/sync/ask.ts';
import { changeMe, signedIn } from '#lib/sync/me.ts';
import { mutate } from '#lib/sync/mutate.ts';
import { outbox } from '#lib/sync/outbox.ts';

// What somebody decides about themselves: it holds on this device at once, also without network, and on their other
// devices when it has arrived.

/** The page is drawn anew in that language. Before the sign-in it is the device's only. */
export async function chooseLanguage(locale: Locale): Promise<void> {
	const me = await signedIn();
	if (me && me.locale !== locale && (await mutate('person.locale', { locale })).ok) await changeMe({ locale });
	await setLocale(locale);
}

/** @returns false when it could not be kept */
export async function chooseWorkplace(departmentId: DepartmentId): Promise<boolean> {
	const me = await signedIn();
	if (!me) return false;
	if (me.departmentId === departmentId) return true;
	// First: screens look again at the commit of the outbox, and find the new place then.
	await changeMe({ departmentId });
	const kept = await mutate('person.workplace', { departmentId });
	if (!kept.ok) await changeMe({ departmentId: me.departmentId });
	return kept.ok;
}

/**
 * What became otherwise elsewhere: a language chosen on another device, a new name, a right given or taken. What was
 * chosen here and has not arrived is newer. Returns whether anything changed.
 */
export async function catchUp(): Promise<boolean> {
	const me = await signedIn();
	if (!me || (await isOwnWaiting())) return false;
	const answer = await ask((to) => to.people.me.query());
	const now = answer.ok ? answer.value : null;
	if (now?.personId !== me.personId || isSame(now, me) || (await isOwnWaiting())) return false;
	await changeMe(now);
	if (now.locale !== me.locale) await setLocale(now.locale, { reload: false });
	return true;
}

const isOwnWaiting = async (): Promise<boolean> =>
	(await outbox.items()).some(({ kind, isPending }) => isPending === 1 && kind.startsWith('person.'));

const isSame = (one: Me, other: Me): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const inOrder = ({ personId, name, organisationId, departmentId, locale, grants }: Me) => [
	personId,
	name,
	organisationId,
	departmentId,
	locale,
	grants
];
