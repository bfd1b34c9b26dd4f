import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

const needed = ['employeeNumber', 'name'];
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));
const names = (bytes: Uint8Array) => readCsv(bytes, needed).lines.map(({ values }) => values.name);

describe('spreadsheets', () => {
	it.each([
		['commas', utf8('employee_number,name\n1,Mette Kjær\n')],
		['semicolons and CRLF', utf8('Medarbejdernummer;Navn\r\n1;Mette Kjær\r\n')],
		['a byte order mark', utf8('\uFEFFemployee_number,name\n1,Mette Kjær')],
		['quotes in every field', utf8('"employee_number";"name"\n"1";"Mette Kjær"\n')],
		['columns in another order and more of them', utf8('name,shoe,employee_number\nMette Kjær,39,1')]
	])('%s', (_what, bytes) => {
		expect(names(bytes)).toEqual(['Mette Kjær']);
		expect(readCsv(bytes, needed).isWindows1252).toBe(false);
	});

	it('Windows-1252 is read and said', () => {
		const file = readCsv(latin('employee_number;name\n1;Mette Kj\xe6r'), needed);
		expect(file).toMatchObject({ isWindows1252: true, problem: null });
		expect(file.lines[0]?.values.name).toBe('Mette Kjær');
	});

	it('keeps quotes, separators and line breaks inside a field, and says in which line each row ends', () => {
		const file = readCsv(utf8('employee_number,name\n"1","""Mette"", \'K\'; the\nsecond"\n2,김서연 🎉\n'), needed);
		expect(file.lines.map(({ line, values }) => [line, values.name])).toEqual([
			[3, '"Mette", \'K\'; the\nsecond'],
			[4, '김서연 🎉']
		]);
	});

	it('a row with too few or too many cells is marked, the others are not', () => {
		const file = readCsv(utf8('employee_number,name\n1\n2,Lars\n3,Per,extra'), needed);
		expect(file.lines.map(({ isRagged }) => isRagged)).toEqual([true, false, true]);
	});
});

describe('what is no table', () => {
	it.each([
		['', 'empty', ''],
		['employee_number,name\n', 'empty', ''],
		['a,b\n1,2', 'columnMissing', 'employeeNumber'],
		['employee_number,name\n1,"Mette', 'unreadable', '2']
	])('%j is %s', (text, problem, at) => {
		expect(readCsv(utf8(text), needed).problem).toEqual({ problem, at });
	});
});
