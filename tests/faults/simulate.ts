import * as fc from 'fast-check';
import { nothingWrong, type Verdict } from './invariants.ts';
import type { Mutant } from './mutants.ts';
import { run, schedule, type Schedule } from './schedule.ts';

export type Found = { runs: number; seed: number; verdict: Verdict; schedule: Schedule | null };

/** Random schedules until one goes wrong, which is then made as short as it gets. */
export async function simulate(options: { runs: number; seed: number; mutant?: Mutant }): Promise<Found> {
	let last: Verdict = { lost: [], doubled: [], gaps: [], stuck: [] };
	const property = fc.asyncProperty(schedule, async (steps) => {
		const verdict = await run(steps, options.mutant);
		if (!nothingWrong(verdict)) last = verdict;
		// The product's own marks would pile up.
		performance.clearMeasures();
		return nothingWrong(verdict);
	});
	const { runs: numRuns, seed, mutant } = options;
	// Of a planted mistake it is enough that it was found.
	const details = await fc.check(property, { numRuns, seed, endOnFailure: mutant !== undefined });
	return { runs: details.numRuns, seed: options.seed, verdict: last, schedule: details.counterexample?.[0] ?? null };
}
