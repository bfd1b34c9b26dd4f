// `npm test`: everything, from nothing, in the order in which a mistake is cheapest to hear of. Every step runs even when
// an earlier one failed. `npm test -- unit pg` runs only these. The last line is the sum.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { ensureBrowser } from './test/browser.ts';
import { count, type Count } from './test/count.ts';

type Step = { name: string; command: string; report?: string };

const vitest = (project: string): Step => ({
	name: project,
	command: `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=test-results/${project}.json`,
	report: `test-results/${project}.json`
});

const steps: Step[] = [
	{ name: 'format', command: 'prettier --check --log-level warn .' },
	{ name: 'types', command: 'npm run --silent check' },
	{ name: 'lint', command: 'eslint .' },
	vitest('unit'),
	vitest('pg'),
	{ name: 'build', command: 'npm run --silent build' },
	vitest('browser'),
	{ name: 'journeys', command: 'playwright test', report: 'test-results/journeys.json' }
];

const wanted = process.argv.slice(2);
const chosen = wanted.length ? steps.filter(({ name }) => wanted.includes(name)) : steps;
if (!chosen.length) throw new Error(`Steps are: ${steps.map(({ name }) => name).join(' ')}`);

if (!ensureBrowser()) process.exit(1);

const total: Count = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const { name, command, report } of chosen) {
	console.log(`\n— ${name}: ${command}`);
	if (report) rmSync(report, { force: true });
	const began = performance.now();
	const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	const { passed, failed } = count(report, status === 0);
	total.passed += passed;
	total.failed += failed;
	summary.push(`${name.padEnd(10)} ${seconds.padStart(7)} s   ${failed ? `${failed} failed` : 'ok'}`);
}

console.log(`\n${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
