import * as fc from 'fast-check';
import { calm } from './calm.ts';
import { commands, type Command } from './commands.ts';
import { liveness, nothingWrong, safety, type Verdict } from './invariants.ts';
import type { Mutant } from './mutants.ts';
import { quiet } from './network.ts';
import { World } from './world.ts';

// A schedule is a list of commands, each with two numbers that choose what it is done to. Safety is checked after every
// command, liveness once at the end, after the faults have stopped.

type Name = keyof typeof commands;

const likely: Name[] = ['report', 'act', 'push', 'pull', 'deliver', 'answer', 'arrive', 'hold', 'commit', 'wait'];
const often: Name[] = [
	...(['photo', 'talk', 'arriveAll', 'edit', 'discard', 'loseRequestOrAnswer', 'stranger', 'reorder'] as const),
	...(['openTab', 'killBrowser', 'freeze', 'thaw', 'backup', 'grant'] as const)
];
const seldom: Name[] = [
	...(['poison', 'cutAll', 'killNode', 'wipe', 'clone', 'revoke', 'restore', 'skewClock'] as const),
	...(['rotOnDevice', 'rotOnServer'] as const)
];
const anything = fc.oneof(
	{ weight: 14, arbitrary: fc.constantFrom(...likely) },
	{ weight: 6, arbitrary: fc.constantFrom(...often) },
	{ weight: 1, arbitrary: fc.constantFrom(...seldom) }
);

// An upload is many requests, one after the other: among everything else it seldom comes far.
const uploading = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.constantFrom<Name>('photo', 'online', 'online', 'arriveText', 'arriveText', 'arrive', 'arrive')
	},
	{ weight: 4, arbitrary: fc.constantFrom<Name>('loseAnswer', 'cut', 'stranger', 'hold') },
	{ weight: 2, arbitrary: fc.constantFrom<Name>('edit', 'act', 'discard', 'commit', 'deliver', 'answer', 'arriveAll') },
	{ weight: 2, arbitrary: fc.constantFrom<Name>('openTab', 'killBrowser', 'freeze', 'thaw', 'killNode') },
	{ weight: 1, arbitrary: fc.constantFrom<Name>('rotOnDevice', 'rotOnServer', 'backup', 'restore', 'clone') }
);
const number = fc.nat({ max: 100 });

export type Schedule = [Name, number, number][];
const steps = (name: fc.Arbitrary<Name>, minLength = 0): fc.Arbitrary<Schedule> =>
	fc.array(fc.tuple(name, number, number), { minLength, maxLength: 60, size: 'max' });
export const schedule = fc.oneof(
	{ weight: 2, arbitrary: steps(anything) },
	{ weight: 1, arbitrary: steps(uploading, 20) }
);

/** Runs one schedule to its end, or to the first thing that must not be. */
export async function run(steps: Schedule, mutant?: Mutant): Promise<Verdict> {
	const world = new World(mutant);
	for (const [step, a, b] of steps) {
		await (commands[step] as Command)(world, a, b);
		await quiet();
		const verdict = safety(world);
		if (!nothingWrong(verdict)) return verdict;
	}
	await calm(world);
	return liveness(world);
}
