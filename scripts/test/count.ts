import { existsSync, readFileSync } from 'node:fs';

export type Count = { passed: number; failed: number };

const read = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** What a runner wrote down, set right by how it ended: a run that broke off has failed whatever it counted. */
export function count(report: string | undefined, succeeded: boolean): Count {
	const found = report ? (read(report) ?? {}) : {};
	const passed = found.numPassedTests ?? found.stats?.expected ?? (report ? 0 : Number(succeeded));
	const failed = found.numFailedTests ?? (found.stats ? found.stats.unexpected + found.stats.flaky : 0);
	return { passed, failed: succeeded ? failed : Math.max(1, failed) };
}
