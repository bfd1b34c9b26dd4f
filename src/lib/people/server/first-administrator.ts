// The first person of an organisation, for whom nobody can press a button: made by a command that holds the owner's connection.
// Asked again it makes nothing twice, only a new link.

import { randomUUIDv7 } from 'node:crypto';
import type { Locale } from '#lib/domain/locale.ts';
import { audit } from '#lib/server/audit.ts';
import type { Db, Tx } from '#lib/server/db.ts';
import * as signIn from './sign-in/repository.ts';
import { hashToken, newToken } from './sign-in/secret.ts';
import * as staff from './staff/repository.ts';
import * as workplace from './workplace/repository.ts';

const linkLifeMs = 3 * 24 * 3600_000;

export type Wanted = {
	organisation: string;
	name: string;
	employeeNumber: string;
	timeZone: string;
	locale: Locale;
};

/** Part of an address: a short name that can be read out on the phone. */
export const slugOf = (name: string): string =>
	name
		.toLowerCase()
		.replaceAll('ø', 'oe')
		.replaceAll('æ', 'ae')
		.replaceAll('å', 'aa')
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '')
		.normalize('NFC');

/** @returns the token of the link and what to type at the door afterwards */
export async function inviteAdministrator(owner: Db, wanted: Wanted): Promise<{ token: string; slug: string }> {
	const { organisation: name, employeeNumber, timeZone, locale } = wanted;
	const slug = slugOf(name);
	await workplace.foundOrganisation(owner, { id: randomUUIDv7(), slug, name, timeZone, locale });
	const token = newToken();
	await owner.transaction(async (tx) => {
		const organisation = await signIn.findOrganisation(tx, slug);
		if (!organisation) throw new Error(`${slug} was just made`);
		const organisationId = organisation.id;
		const known = (await staff.peopleOf(tx, organisationId)).find((one) => one.employeeNumber === employeeNumber);
		const personId = known?.id ?? randomUUIDv7();
		const roles = [...new Set([...(known?.roles ?? ['employee' as const]), 'administrator' as const])];
		if (known) await staff.changePerson(tx, organisationId, personId, { roles });
		else {
			const departmentId = await itDepartment(tx, organisationId, timeZone);
			const person = { id: personId, organisationId, departmentId, employeeNumber, name: wanted.name, locale, roles };
			await staff.addPerson(tx, person);
			await workplace.tellOrganisation(tx, organisationId);
		}
		const expiresAt = new Date(Date.now() + linkLifeMs);
		await signIn.insertInvitation(tx, { tokenHash: hashToken(token), organisationId, personId, expiresAt });
		await audit(tx, { organisationId, actorId: null, action: 'people.administratorInvited', subject: personId });
	});
	return { token, slug };
}

async function itDepartment(tx: Tx, organisationId: string, timeZone: string) {
	const [first] = await workplace.departmentsOf(tx, organisationId);
	if (first) return first.id;
	const id = randomUUIDv7();
	await workplace.addDepartment(tx, {
		id,
		organisationId,
		code: 'IT',
		name: 'IT',
		kind: 'office',
		timeZone,
		headcount: 1
	});
	return id;
}
