import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#lib/server/demo-id.ts';
import { createCallerFactory, router } from '#lib/server/trpc.ts';
import type { FreshDatabase } from '#tests/fresh-database.ts';
import { demoPeople, demoPersonId } from './demo/people.ts';
import { Browser, demoDatabase, requestOf } from './fixtures.ts';
import { peopleImportRouter } from './import/router.ts';
import { staffRouter } from './staff/router.ts';
import { departmentRows, organisationRows } from './workplace/repository.ts';
import { workplaceRouter } from './workplace/router.ts';

const all = router({ staff: staffRouter, workplace: workplaceRouter, imports: peopleImportRouter });
const organisationId = demoId('organisation', 1, 1);
const other = demoId('organisation', 2, 1);
const idOf = (name: string) => demoPersonId(demoPeople.find((one) => one.name === name)!);
const hard = `"O'Brien"; DROP TABLE person; -- <b>김</b> 🎉`;

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await demoDatabase()));
afterAll(() => fresh.close());

const callerOf = createCallerFactory(all);
const as = async (name: string) => callerOf(await requestOf(fresh, name));
const audited = async (action: string) => (await fresh.sql`select * from audit_entry where action = ${action}`).length;
const newcomer = (over: object = {}) => ({
	organisationId,
	departmentId: demoId('department', 1, 1),
	employeeNumber: '900001',
	name: 'Ny Person',
	job: '',
	email: null,
	phone: null,
	locale: 'da' as const,
	roles: ['employee' as const],
	...over
});

describe('people', () => {
	it('are added with a quote in every field, told to devices, and written into the audit log', async () => {
		const hanne = await as('Hanne Vester');
		const before = await audited('people.added');
		const { id } = await hanne.staff.add(newcomer({ name: hard, job: hard, employeeNumber: `9'"1` }));
		const [found] = await hanne.staff.search({ organisationId, wanted: `O'Brien` });
		expect(found).toMatchObject({ id, name: hard, job: hard, hasSecret: false });
		expect(await hanne.staff.search({ organisationId, wanted: '100%_' })).toEqual([]);
		expect(await audited('people.added')).toBe(before + 1);
		const [change] = await fresh.sql`select * from change_log where kind = 'person' and row_id = ${id}`;
		expect(change?.scopes).toEqual([
			`person:${id}`,
			`department:${demoId('department', 1, 1)}`,
			`desk:${organisationId}`
		]);
	});

	it('keep their number to themselves', async () => {
		const hanne = await as('Hanne Vester');
		await expect(hanne.staff.add(newcomer({ employeeNumber: '204417' }))).rejects.toThrow('already_there');
		const { id } = await hanne.staff.add(newcomer({ employeeNumber: '900002' }));
		await expect(hanne.staff.change(newcomer({ id, employeeNumber: '204417' }) as never)).rejects.toThrow(
			'already_there'
		);
	});

	it('lose their sessions with their roles, and everything when removed; a removal can be taken back', async () => {
		const hanne = await as('Hanne Vester');
		const id = idOf('Camilla Juhl');
		const browser = new Browser(fresh, 'demo');
		await (await browser.people()).demoSignIn({ personId: idOf('Yusuf Demir') });
		const yusuf = newcomer({ id: idOf('Yusuf Demir'), employeeNumber: '203981', name: 'Yusuf Demir' });
		await hanne.staff.change(yusuf as never);
		expect(await (await browser.people()).me()).toBeNull();

		await hanne.staff.remove({ organisationId, id });
		const gone = await fresh.sql`select is_deleted from change_log where row_id = ${id} order by id desc limit 1`;
		expect(gone[0]?.is_deleted).toBe(true);
		expect(await hanne.staff.search({ organisationId, wanted: 'Camilla' })).toEqual([]);
		await hanne.staff.bringBack({ organisationId, id });
		expect(await hanne.staff.search({ organisationId, wanted: 'Camilla' })).toHaveLength(1);
	});

	it('nobody removes themselves or their own key', async () => {
		const hanne = await as('Hanne Vester');
		const id = idOf('Hanne Vester');
		await expect(hanne.staff.remove({ organisationId, id })).rejects.toThrow('not_yourself');
		const self = newcomer({ id, employeeNumber: '100306', departmentId: demoId('department', 1, 8) });
		await expect(hanne.staff.change(self as never)).rejects.toThrow('not_yourself');
	});
});

describe('one-time PINs', () => {
	it('the desk gives one to the floor, and the PIN of the slip works', async () => {
		const anna = await as('Anna Lind');
		const [slip] = await anna.staff.givePins({ organisationId, ids: [idOf('Lars Holm')] });
		const people = await new Browser(fresh).people();
		const door = { organisation: 'kloeverkoeb', employeeNumber: slip!.employeeNumber, secret: slip!.pin };
		expect(await people.signIn(door)).toEqual({ next: 'choose', me: null });
	});

	it('never to somebody with more rights, to another customer’s people, or by the floor', async () => {
		const before = await audited('people.pinGiven');
		const given = async (by: string, to: string, organisation = organisationId) =>
			(await as(by)).staff.givePins({ organisationId: organisation, ids: [idOf(to)] });
		await expect(given('Anna Lind', 'Hanne Vester')).rejects.toThrow('not_found');
		await expect(given('Jonas Berg', 'Lars Holm')).rejects.toThrow('not_found');
		await expect(given('Jonas Berg', 'Lars Holm', other)).rejects.toThrow('not_found');
		await expect(given('Mette Kjær', 'Lars Holm')).rejects.toThrow('not_found');
		// All or nothing: one that may not be given takes the others back.
		const both = { organisationId, ids: [idOf('Lars Holm'), idOf('Hanne Vester')] };
		await expect((await as('Anna Lind')).staff.givePins(both)).rejects.toThrow('not_found');
		expect(await audited('people.pinGiven')).toBe(before);
	});
});

describe('another customer', () => {
	it('is not there, whoever asks and whatever id is named', async () => {
		const mikkel = await as('Mikkel Thorsen');
		const id = idOf('Mette Kjær');
		await expect(mikkel.staff.search({ organisationId, wanted: '' })).rejects.toThrow('not_found');
		await expect(mikkel.staff.remove({ organisationId, id })).rejects.toThrow('not_found');
		await expect(mikkel.staff.remove({ organisationId: other, id })).rejects.toThrow('not_found');
		const move = newcomer({ organisationId: other, departmentId: demoId('department', 1, 1) });
		await expect(mikkel.staff.add(move)).rejects.toThrow('not_found');
		const close = { organisationId: other, id: demoId('department', 1, 1) };
		await expect(mikkel.workplace.closeDepartment(close)).rejects.toThrow('still_in_use');
		const rows = await fresh.sql`select * from department where closed_at is not null`;
		expect(rows).toEqual([]);
	});

	it('is not there for somebody with a right in both either, where it is the lesser right', async () => {
		await fresh.sql`update person_grant set roles = '{administrator}' where person_id = ${idOf('Anna Lind')}`;
		const anna = await as('Anna Lind');
		const id = idOf('Mette Kjær');
		await expect(anna.staff.remove({ organisationId, id })).rejects.toThrow('not_found');
		await expect(anna.staff.remove({ organisationId: other, id })).rejects.toThrow('not_found');
		await fresh.sql`update person_grant set roles = '{agent}' where person_id = ${idOf('Anna Lind')}`;
	});
});

describe('the workplace', () => {
	it('says its hours, holidays and phones to the devices', async () => {
		const hanne = await as('Hanne Vester');
		const week = [
			{ weekday: 1, opens: '08:00', closes: '12:00' },
			{ weekday: 1, opens: '12:30', closes: '16:00' }
		];
		await hanne.workplace.saveHours({ organisationId, channel: 'counter', week });
		await hanne.workplace.saveHolidays({
			organisationId,
			days: [{ day: '2027-05-17', name: hard, opens: null, closes: null }]
		});
		await hanne.workplace.savePhones({
			organisationId,
			phones: [{ purpose: 'it', number: '+45 70 10 20 30', label: hard, alwaysOpen: false }]
		});
		const row = await hanne.workplace.organisation({ organisationId });
		expect(row.hours.filter(({ channel }) => channel === 'counter')).toEqual(
			week.map((one) => ({ ...one, channel: 'counter' }))
		);
		expect(row.holidays).toEqual([{ day: '2027-05-17', name: hard, opens: null, closes: null }]);
		expect(row.phones).toMatchObject([{ label: hard }]);
		const seen = await fresh.database.withOrganisations([other], (tx) => organisationRows(tx, [organisationId]));
		expect(seen).toEqual([]);
	});

	it.each([
		{ weekday: 1, opens: '16:00', closes: '08:00' },
		{ weekday: 8, opens: '08:00', closes: '16:00' },
		{ weekday: 1, opens: '8', closes: '16:00' }
	])('refuses hours that are none: %o', async (period) => {
		const hanne = await as('Hanne Vester');
		await expect(hanne.workplace.saveHours({ organisationId, channel: 'desk', week: [period] })).rejects.toThrow();
	});

	it('is not closed while somebody works there', async () => {
		const hanne = await as('Hanne Vester');
		const id = demoId('department', 1, 1);
		await expect(hanne.workplace.closeDepartment({ organisationId, id })).rejects.toThrow('still_in_use');
		const rows = await fresh.database.withOrganisations([organisationId], (tx) => departmentRows(tx, [id]));
		expect(rows).toMatchObject([{ code: '214', name: 'Butik 214, Nørrebro', timeZone: 'Europe/Copenhagen' }]);
	});
});

describe('importing people', () => {
	const packed = (text: string) => gzipSync(text).toString('base64');
	const staffFile = async (change: (rows: string[][]) => string[][]) => {
		const rows = await fresh.sql<{ cells: string[] }[]>`
			select array[p.employee_number, p.name, d.code] as cells from person p join department d on d.id = p.department_id
			where p.organisation_id = ${organisationId} and p.removed_at is null order by p.employee_number`;
		const quoted = change(rows.map(({ cells }) => cells)).map((cells) =>
			cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
		);
		return packed(['Medarbejdernummer;Navn;Afdeling', ...quoted].join('\r\n'));
	};

	it('the same people again change nothing', async () => {
		const hanne = await as('Hanne Vester');
		const file = { organisationId, packed: await staffFile((rows) => rows) };
		const preview = await hanne.imports.previewPeople(file);
		expect(preview).toMatchObject({ problem: null, added: 0, changedCount: 0, leavers: [], refused: [] });
		expect(preview.unchanged).toBeGreaterThan(15);
	});

	it('looking changes nothing; doing adds and changes; doing it twice changes nothing more', async () => {
		const hanne = await as('Hanne Vester');
		const file = {
			organisationId,
			packed: await staffFile((rows) => [
				...rows.map((row) => (row[0] === '204417' ? ['204417', hard, '087'] : row)),
				['777001', 'Ny Kollega', '214'],
				['777002', 'Forkert Sted', '999']
			])
		};
		const preview = await hanne.imports.previewPeople(file);
		expect(preview).toMatchObject({
			added: 1,
			changed: [{ key: '204417', columns: ['name', 'department'] }],
			refused: [{ key: '777002', problems: [{ problem: 'departmentUnknown', value: '999' }] }]
		});
		expect(await hanne.staff.search({ organisationId, wanted: '777001' })).toEqual([]);
		await hanne.imports.applyPeople({ ...file, confirmedLeavers: 0 });
		expect(await hanne.staff.search({ organisationId, wanted: '777001' })).toHaveLength(1);
		expect(await hanne.staff.search({ organisationId, wanted: '204417' })).toMatchObject([
			{ name: hard, department: 'Butik 087, Valby', roles: ['employee'] }
		]);
		const again = await hanne.imports.applyPeople({ ...file, confirmedLeavers: 0 });
		expect(again).toMatchObject({ added: 0, changedCount: 0 });
		expect(await audited('people.imported')).toBe(2);
	});

	it('a short file is stopped until somebody says how many leave; the importer stays', async () => {
		const hanne = await as('Hanne Vester');
		const file = { organisationId, packed: await staffFile((rows) => rows.slice(0, 1)) };
		const preview = await hanne.imports.previewPeople(file);
		expect(preview.needsConfirmation).toBe(true);
		expect(preview.leavers.map(({ name }) => name)).not.toContain('Hanne Vester');
		const leavers = preview.leavers.length;
		await expect(hanne.imports.applyPeople({ ...file, confirmedLeavers: 0 })).rejects.toThrow('too_many_leave');
		await expect(hanne.imports.applyPeople({ ...file, confirmedLeavers: leavers - 1 })).rejects.toThrow(
			'too_many_leave'
		);
		await hanne.imports.applyPeople({ ...file, confirmedLeavers: leavers });
		expect(await hanne.staff.search({ organisationId, wanted: '' })).toHaveLength(2);
	});

	it('a file that is no table says so; bytes that are no file are refused', async () => {
		const hanne = await as('Hanne Vester');
		const look = (text: string) => hanne.imports.previewPeople({ organisationId, packed: packed(text) });
		expect((await look('a;b\n1;2')).problem).toEqual({ problem: 'columnMissing', at: 'employeeNumber' });
		expect((await look('')).problem).toMatchObject({ problem: 'empty' });
		await expect(hanne.imports.previewPeople({ organisationId, packed: 'AAAA' })).rejects.toThrow('invalid_input');
		const mette = await as('Lars Holm').catch(() => null);
		expect(mette, 'he left with the file above').toBeNull();
	});
});
