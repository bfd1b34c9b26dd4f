// A file of a spreadsheet: UTF-8 with or without a byte order mark, or Windows-1252 (said, not refused); commas or
// semicolons. Reading it never throws: what cannot be read is the answer.

import { CsvError, parse } from 'csv-parse/sync';
import { gunzipSync } from 'node:zlib';
import { columnOf } from '#lib/domain/import/headers.ts';
import type { Line } from '#lib/domain/import/plan.ts';

export type CsvFile = { lines: Line[]; columns: string[]; isWindows1252: boolean; problem: CsvProblem | null };
export type CsvProblem = { problem: 'unreadable' | 'empty' | 'columnMissing'; at: string };

const bytesLimit = 8_000_000;

/** Devices send it packed: a list of 20,000 people is larger than a request may be. */
export const unpack = (packed: string): Buffer =>
	gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: bytesLimit });

export function readCsv(bytes: Uint8Array, needed: readonly string[]): CsvFile {
	const { text, isWindows1252 } = decode(bytes);
	const failed = (problem: CsvProblem['problem'], at: string): CsvFile => ({
		lines: [],
		columns: [],
		isWindows1252,
		problem: { problem, at }
	});
	try {
		const delimiter = delimiterOf(text);
		const rows = parse(text, {
			delimiter,
			bom: true,
			relax_column_count: true,
			skip_empty_lines: true,
			info: true,
			trim: true
		}) as unknown as {
			record: string[];
			info: { lines: number };
		}[];
		const [head, ...body] = rows;
		if (!head || body.length === 0) return failed('empty', '');
		const columns = head.record.map(columnOf);
		const missing = needed.find((column) => !columns.includes(column));
		if (missing) return failed('columnMissing', missing);
		const lines = body.map(({ record, info }) => ({
			line: info.lines,
			values: Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ''])),
			isRagged: record.length !== columns.length
		}));
		return { lines, columns, isWindows1252, problem: null };
	} catch (error) {
		if (error instanceof CsvError) return failed('unreadable', String(error.lines ?? ''));
		throw error;
	}
}

function decode(bytes: Uint8Array): { text: string; isWindows1252: boolean } {
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isWindows1252: false };
	} catch {
		return { text: new TextDecoder('windows-1252').decode(bytes), isWindows1252: true };
	}
}

/** By the header line: a spreadsheet in a country with a decimal comma writes semicolons. */
function delimiterOf(text: string): string {
	const [head = ''] = text.split(/\r?\n/, 1);
	return head.split(';').length > head.split(',').length ? ';' : ',';
}
