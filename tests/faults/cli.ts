import { parseArgs } from 'node:util';
import { mutants, simulate, type Found } from './simulate.ts';

// npm run faults -- [--runs 10000] [--seed 1] [--mutants] [--json]
// The last line with --json: { runs, lost, doubled, gaps, stuck, seed }. Exit code 1 when something went wrong.

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '10000' },
		seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
		mutants: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false }
	}
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];

function show({ verdict, schedule, ...found }: Found): void {
	const counts = Object.entries(verdict).map(([name, list]) => [name, list.length] as const);
	if (schedule) {
		console.log(`Shortest schedule: ${JSON.stringify(schedule)}`);
		console.log(JSON.stringify(verdict, null, 1));
	}
	if (!values.json) console.log(`${found.runs} schedules: ${counts.map(([name, n]) => `${n} ${name}`).join(', ')}`);
	else console.log(JSON.stringify({ runs: found.runs, ...Object.fromEntries(counts), seed: found.seed }));
}

if (values.mutants) {
	for (const mutant of mutants) {
		const { schedule, runs: needed } = await simulate({ runs, seed, mutant });
		console.log(`${schedule ? `caught after ${needed}` : 'NOT CAUGHT'}: ${mutant}`);
		if (!schedule) process.exitCode = 1;
	}
} else {
	const startedAt = performance.now();
	const found = await simulate({ runs, seed });
	const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
	if (!values.json) console.log(`seed ${seed}, ${seconds} s`);
	show(found);
	if (found.schedule) process.exitCode = 1;
}
