import { describe, expect, it } from 'vitest';
import { readDepartment, readDevice, readPerson, type PersonFields } from './columns.ts';
import { columnOf } from './headers.ts';
import { planImport, type Existing, type Line } from './plan.ts';

const departments = new Set(['214', '087']);
const line = (values: Record<string, string>, at = 2): Line => ({ line: at, values, isRagged: false });
const mette = { employeeNumber: '1', name: 'Mette Kjær', department: '214' };
const existing = (fields: PersonFields, isActive = true): Existing<PersonFields> => ({
	id: `id-${fields.employeeNumber}`,
	key: fields.employeeNumber,
	name: fields.name,
	fields,
	isActive
});
const plan = (rows: Record<string, string>[], now: Existing<PersonFields>[] = [], keeps?: string) =>
	planImport(
		rows.map((values, at) => line(values, at + 2)),
		readPerson(departments),
		now,
		keeps
	);

describe('what a file changes', () => {
	it('adds, changes, and changes nothing the second time', () => {
		const first = plan([mette]);
		expect(first.added).toMatchObject([mette]);
		const now = [existing({ ...mette, job: 'Kasse', roles: ['employee'] })];
		expect(plan([mette], now)).toMatchObject({ added: [], changed: [], unchanged: 1, leavers: [] });
		expect(plan([{ ...mette, job: 'Bager' }], now).changed).toMatchObject([{ id: 'id-1', columns: ['job'] }]);
		expect(plan([{ ...mette, job: '' }], now).changed).toMatchObject([{ columns: ['job'] }]);
	});

	it('brings back somebody who had left, with their number', () => {
		expect(plan([mette], [existing(mette, false)]).changed).toMatchObject([{ id: 'id-1', columns: [] }]);
	});

	it('an order of roles is no change', () => {
		const now = [existing({ ...mette, roles: ['superuser', 'employee'] })];
		expect(plan([{ ...mette, roles: 'employee, superuser' }], now).unchanged).toBe(1);
	});
});

describe('the brake', () => {
	const crowd = Array.from({ length: 20 }, (_, n) => ({ ...mette, employeeNumber: String(n + 1) }));
	const now = crowd.map((one) => existing(one));
	it.each([
		[0, false],
		[2, false],
		[3, true],
		[20, true]
	])('%i of 20 leaving: asks = %s', (leaving, needsConfirmation) => {
		const result = plan(crowd.slice(leaving), now);
		expect(result.leavers).toHaveLength(leaving);
		expect(result.needsConfirmation).toBe(needsConfirmation);
	});

	it('a line with a mistake keeps its person, and whoever imports keeps themselves', () => {
		const rows = crowd.map((one, n) => (n === 0 ? { ...one, department: 'nowhere' } : one)).slice(0, 19);
		const result = plan(rows, now, 'id-20');
		expect(result.refused).toHaveLength(1);
		expect(result.leavers).toEqual([]);
	});
});

describe('what is refused, with every reason', () => {
	const problems = (
		values: Record<string, string>,
		read = readPerson(departments) as (v: Record<string, string>) => { problems: { problem: string; column: string }[] }
	) => read(values).problems.map(({ problem, column }) => `${problem} ${column}`);

	it.each([
		[{ ...mette, employeeNumber: '' }, ['missing employeeNumber']],
		[
			{ employeeNumber: '', name: ' ', department: '' },
			['missing employeeNumber', 'missing name', 'missing department']
		],
		[{ ...mette, department: '999' }, ['departmentUnknown department']],
		[{ ...mette, email: 'mette' }, ['emailWrong email']],
		[{ ...mette, email: '' }, []],
		[{ ...mette, locale: 'xx', roles: 'boss' }, ['languageUnknown locale', 'roleUnknown roles'].reverse()],
		[{ ...mette, locale: 'KO', roles: 'Employee;SUPERUSER' }, []],
		[{ ...mette, name: 'x'.repeat(201) }, ['tooLong name']],
		[{ ...mette, name: '"Mette" \'O\'Brien; DROP TABLE person; --' }, []]
	])('person %o', (values, wanted) => expect(problems(values)).toEqual(wanted));

	it.each([
		[{ code: '1', name: 'Nord', kind: 'store', timeZone: 'Europe/Oslo', headcount: '24' }, []],
		[
			{ code: '1', name: 'Nord', kind: 'shop', timeZone: 'Mars', headcount: 'many' },
			['kindUnknown kind', 'zoneUnknown timeZone', 'numberWrong headcount']
		],
		[{ code: '1', name: 'Nord', kind: '' }, ['missing kind']]
	])('department %o', (values, wanted) => expect(problems(values, readDepartment)).toEqual(wanted));

	it.each([
		[{ assetTag: '214-H7', kind: 'handheld', name: 'Håndterminal 7', department: '214' }, []],
		[
			{ assetTag: '214-H7', kind: 'toaster', name: '', department: '9' },
			['missing name', 'kindUnknown kind', 'departmentUnknown department']
		]
	])('device %o', (values, wanted) => expect(problems(values, readDevice(departments))).toEqual(wanted));

	it('the same number twice refuses both lines; a ragged line says so', () => {
		const twice = planImport(
			[
				line(mette),
				line({ ...mette, name: 'Another' }, 3),
				{ ...line({ ...mette, employeeNumber: '2' }, 4), isRagged: true }
			],
			readPerson(departments),
			[]
		);
		expect(twice.refused.map(({ line, problems }) => [line, problems.map(({ problem }) => problem)])).toEqual([
			[2, ['twice']],
			[3, ['twice']],
			[4, ['columnsWrong']]
		]);
		expect(twice.added).toEqual([]);
	});
});

it.each([
	['Employee number', 'employeeNumber'],
	['MEDARBEJDERNUMMER', 'employeeNumber'],
	['anställningsnummer', 'employeeNumber'],
	['e-mail', 'email'],
	['사번', 'employeeNumber'],
	['Shoe size', 'Shoe size']
])('the column “%s” is %s', (header, column) => expect(columnOf(header)).toBe(column));
