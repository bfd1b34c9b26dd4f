import { eq, sql } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import type { Tx } from '#lib/server/db.ts';
import { person } from '#lib/server/schema/index.ts';

export async function setLocale(tx: Tx, personId: string, locale: Locale) {
	await tx.update(person).set({ locale }).where(eq(person.id, personId));
}

/** Their own workplace is no choice: the register may say another one tomorrow. */
export async function setWorkplace(tx: Tx, personId: string, departmentId: string) {
	await tx
		.update(person)
		.set({ workplaceId: sql`nullif(${departmentId}::uuid, ${person.departmentId})` })
		.where(eq(person.id, personId));
}
