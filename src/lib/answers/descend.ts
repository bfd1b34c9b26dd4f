import type { Evidence } from './evidence.ts';
import { softmax } from './engine.ts';

/**
 * Multinomial logistic regression by stochastic gradient descent with a step of its own for each weight (AdaGrad, Duchi et
 * al. 2011). Small steps and few rounds: what a few lines say must not shout down what they do not.
 */
export type Example = { evidence: Evidence; klass: number; weight: number };
export type Fitted = { weights: Float32Array; bias: Float64Array };

const rounds = 12;
const step = 0.1;
const biasStep = 0.02;
const shrink = 1e-5;
/** A class this far from being the answer learns nothing from an example; most are, and time goes with the others. */
const negligible = 5e-4;

/**
 * `chance`: numbers from 0 to 1; the same numbers give the same model. `breathe`: called every few milliseconds, for a
 * process that has other things to do as well.
 */
export type Pace = { chance: () => number; breathe: () => Promise<void> };

const examplesBetween = 16;

export async function descend(
	examples: readonly Example[],
	classes: number,
	buckets: number,
	{ chance, breathe }: Pace
): Promise<Fitted> {
	const weights = new Float32Array(buckets * classes);
	const seen = new Float32Array(buckets * classes).fill(1e-6);
	const bias = new Float64Array(classes);
	const learning = new Int32Array(classes);
	const order = examples.map((_, n) => n);
	for (let round = 0; round < rounds; round += 1) {
		shuffle(order, chance);
		for (const [done, n] of order.entries()) {
			learn(examples[n]!);
			if (done % examplesBetween === 0) await breathe();
		}
	}
	return { weights, bias };

	function learn({ evidence: { buckets: at, strength }, klass, weight }: Example) {
		const sums = Float64Array.from(bias);
		for (let n = 0; n < at.length; n += 1) {
			const row = at[n]! * classes;
			const factor = strength[n]!;
			for (let c = 0; c < classes; c += 1) sums[c]! += weights[row + c]! * factor;
		}
		const errors = softmax(sums);
		errors[klass]! -= 1;
		let learners = 0;
		for (let c = 0; c < classes; c += 1) {
			errors[c]! *= weight;
			bias[c]! -= biasStep * errors[c]!;
			if (Math.abs(errors[c]!) >= negligible) learning[learners++] = c;
		}
		for (let n = 0; n < at.length; n += 1) {
			const row = at[n]! * classes;
			const factor = strength[n]!;
			for (let l = 0; l < learners; l += 1) {
				const c = learning[l]!;
				const slope = errors[c]! * factor + shrink * weights[row + c]!;
				const before = (seen[row + c]! += slope * slope);
				weights[row + c]! -= (step * slope) / Math.sqrt(before);
			}
		}
	}
}

function shuffle(order: number[], chance: () => number): void {
	for (let last = order.length - 1; last > 0; last -= 1) {
		const other = Math.floor(chance() * (last + 1));
		[order[last], order[other]] = [order[other]!, order[last]!];
	}
}
