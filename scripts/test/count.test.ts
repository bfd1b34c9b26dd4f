import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { count } from './count.ts';

const report = (content: object) => {
	const file = join(mkdtempSync(join(tmpdir(), 'athand-count-')), 'report.json');
	writeFileSync(file, JSON.stringify(content));
	return file;
};

it('counts a step without tests as one', () => {
	expect(count(undefined, true)).toEqual({ passed: 1, failed: 0 });
	expect(count(undefined, false)).toEqual({ passed: 0, failed: 1 });
});

it('takes the numbers of Vitest and of Playwright; a flaky journey has failed', () => {
	expect(count(report({ numPassedTests: 7, numFailedTests: 2 }), false)).toEqual({ passed: 7, failed: 2 });
	expect(count(report({ stats: { expected: 3, unexpected: 1, flaky: 1 } }), false)).toEqual({ passed: 3, failed: 2 });
});

it('never calls a run good that broke off, whatever it counted', () => {
	expect(count(report({ numPassedTests: 7, numFailedTests: 0 }), false)).toEqual({ passed: 7, failed: 1 });
	expect(count('/no/such/report.json', false)).toEqual({ passed: 0, failed: 1 });
	expect(count('/no/such/report.json', true)).toEqual({ passed: 0, failed: 0 });
});
