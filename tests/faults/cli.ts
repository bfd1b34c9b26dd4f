import { parseArgs } from 'node:util';
import { elsewhere, onSmallDisk } from './disk/disk.ts';
import { nothingWrong } from './invariants.ts';
import { mutants } from './mutants.ts';
import { simulate, type Found } from './simulate.ts';

// npm run faults -- [--runs 10000] [--seed 1] [--mutants] [--json]
// npm run faults -- --disk [--runs 10] [--seed 1] [--json]: phones in real Chromium whose disk becomes full
// The last line with --json: { runs, lost, doubled, gaps, stuck, seed }. Exit code 1 when something went wrong.

const { values } = parseArgs({
	options: {
		runs: { type: 'string' },
		disk: { type: 'boolean', default: false },
		folder: { type: 'string' },
		seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
		mutants: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false }
	}
});
const [runs, seed] = [Number(values.runs ?? (values.disk ? 10 : 10_000)), Number(values.seed)];

function show({ verdict, schedule, ...found }: Found): void {
	const counts = Object.entries(verdict).map(([name, list]) => [name, list.length] as const);
	if (schedule) console.log(`Shortest schedule: ${JSON.stringify(schedule)}`);
	if (!nothingWrong(verdict)) console.log(JSON.stringify(verdict, null, 1));
	if (!values.json) console.log(`${found.runs} runs: ${counts.map(([name, n]) => `${n} ${name}`).join(', ')}`);
	else console.log(JSON.stringify({ runs: found.runs, ...Object.fromEntries(counts), seed: found.seed }));
	if (!nothingWrong(verdict)) process.exitCode = 1;
}

if (values.disk && !values.folder) {
	// The seed is chosen once, here.
	process.exitCode = elsewhere([...process.argv.slice(1), '--seed', String(seed)]);
} else if (values.disk && values.folder) {
	show(await onSmallDisk({ runs, seed, folder: values.folder }));
} else if (values.mutants) {
	for (const mutant of mutants) {
		const { schedule, runs: needed } = await simulate({ runs, seed, mutant });
		console.log(`${schedule ? `caught after ${needed}` : 'NOT CAUGHT'}: ${mutant}`);
		if (!schedule) process.exitCode = 1;
	}
} else {
	const startedAt = performance.now();
	const found = await simulate({ runs, seed });
	const seconds = (performance.now() - startedAt) / 1_000;
	if (!values.json) console.log(`seed ${seed}, ${seconds.toFixed(1)} s, ${Math.round(found.runs / seconds)} runs/s`);
	show(found);
}
