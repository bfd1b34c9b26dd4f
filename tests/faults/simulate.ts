import * as fc from 'fast-check';
import { nothingWrong, type Verdict } from './invariants.ts';
import type { Mutant } from './model-server.ts';
import { run, schedule, type Schedule } from './schedule.ts';

export const mutants: readonly Mutant[] = [
	'no unique key',
	'position at insert',
	'delete before acknowledgement',
	'two senders, no unique key',
	'acknowledge before commit',
	'restore keeps the epoch'
];

export type Found = { runs: number; seed: number; verdict: Verdict; schedule: Schedule | null };

/** Random schedules until one goes wrong, which is then made as short as it gets. */
export async function simulate(options: { runs: number; seed: number; mutant?: Mutant }): Promise<Found> {
	let last: Verdict = { lost: [], doubled: [], gaps: [], stuck: [] };
	const property = fc.asyncProperty(schedule, async (steps) => {
		const verdict = await run(steps, options.mutant);
		if (!nothingWrong(verdict)) last = verdict;
		return nothingWrong(verdict);
	});
	const details = await fc.check(property, { numRuns: options.runs, seed: options.seed });
	return { runs: details.numRuns, seed: options.seed, verdict: last, schedule: details.counterexample?.[0] ?? null };
}
