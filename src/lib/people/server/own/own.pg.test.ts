import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registry } from '#lib/app/server/registry.ts';
import type { DepartmentId } from '#lib/domain/ids.ts';
import { isSuperuserAt } from '#lib/domain/roles.ts';
import { demoId } from '#lib/server/demo-id.ts';
import { createCallerFactory, router } from '#lib/server/trpc.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { deviceOf, reportBy } from '#lib/sync/server/fixtures.ts';
import { scopesOf } from '#lib/sync/server/scopes.ts';
import type { FreshDatabase } from '#tests/fresh-database.ts';
import { demoDatabase, requestOf } from '../fixtures.ts';
import { staffRouter } from '../staff/router.ts';

// What somebody decides about themselves, through the push, as from their devices.

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await demoDatabase()));
afterAll(() => fresh.close());

const shop = (n: number) => demoId('department', 1, n) as DepartmentId;
const district = demoId('department', 2, 1) as DepartmentId;
const mette = async () => (await requestOf(fresh, 'Mette Kjær')).actor!;
const [home, elsewhere] = [shop(1), shop(2)];

async function say(kind: string, payload: unknown) {
	const actor = await mette();
	return applyItem({ database: fresh.database, registry, actor }, deviceOf(actor).item(kind, payload));
}
const rowOf = async (id: string) => (await fresh.sql`select * from person where id = ${id}`)[0]!;

it('the language is theirs on every device; the one that arrives last counts', async () => {
	for (const locale of ['ko', 'sv'])
		expect(await say('person.locale', { locale })).toMatchObject({ status: 'applied', number: null });
	expect((await rowOf((await mette()).personId)).locale).toBe('sv');
	expect(await say('person.locale', { locale: 'xx' })).toMatchObject({ code: 'invalid_input' });
});

describe('where somebody works for now', () => {
	it('is what they see and report from, while the register keeps what it says', async () => {
		expect((await mette()).departmentId).toBe(home);
		expect(await say('person.workplace', { departmentId: elsewhere })).toMatchObject({ status: 'applied' });
		const there = await mette();
		expect(there.departmentId).toBe(elsewhere);
		expect(scopesOf(there)).toContain(`department:${elsewhere}`);
		expect(scopesOf(there)).not.toContain(`department:${home}`);
		expect((await rowOf(there.personId)).department_id).toBe(home);

		const payload = reportBy(there);
		const item = deviceOf(there).item('ticket.report', payload);
		await applyItem({ database: fresh.database, registry, actor: there }, item);
		const [ticket] = await fresh.sql`select department_id from ticket where id = ${payload.ticketId}`;
		expect(ticket?.department_id).toBe(elsewhere);

		const [note] = await fresh.sql`select * from audit_entry where action = 'people.workplaceChosen'`;
		expect(note).toMatchObject({ actor_id: there.personId, detail: { departmentId: elsewhere } });
	});

	it('takes no superuser’s rights along', async () => {
		const yusuf = async () => (await requestOf(fresh, 'Yusuf Demir')).actor!;
		const at = await yusuf();
		expect(isSuperuserAt(at, home)).toBe(true);
		const item = deviceOf(at).item('person.workplace', { departmentId: elsewhere });
		await applyItem({ database: fresh.database, registry, actor: at }, item);
		const there = await yusuf();
		expect(there.departmentId).toBe(elsewhere);
		expect(isSuperuserAt(there, elsewhere)).toBe(false);
	});

	it('is never another organisation, and ends when they choose their own again', async () => {
		expect(await say('person.workplace', { departmentId: district })).toMatchObject({ code: 'not_found' });
		await say('person.workplace', { departmentId: home });
		const { personId, departmentId } = await mette();
		expect([departmentId, (await rowOf(personId)).workplace_id]).toEqual([home, null]);
	});

	it('ends when the administration moves them', async () => {
		await say('person.workplace', { departmentId: elsewhere });
		const context = await requestOf(fresh, 'Hanne Vester');
		const { staff } = createCallerFactory(router({ staff: staffRouter }))(context);
		const { personId } = await mette();
		const {
			organisation_id: organisationId,
			employee_number: employeeNumber,
			name,
			job,
			locale
		} = await rowOf(personId);
		const fields = { organisationId, id: personId, employeeNumber, name, job, locale, email: null, phone: null };
		const moved = shop(4);
		await staff.change({ ...fields, roles: ['employee'], departmentId: moved });
		expect((await mette()).departmentId).toBe(moved);
	});
});
