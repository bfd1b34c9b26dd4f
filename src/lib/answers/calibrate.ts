import { calibrated } from './engine.ts';

/**
 * From a model's own certainty to how often it is right, and to when it may speak. Learned from questions that it had not
 * seen. What nobody has asked yet is stranger than what was held back, so the line is drawn on the safe side.
 */
export type Outcome = {
	/** The model's own certainty of its first guess. */
	share: number;
	isRight: boolean;
	hasGuide: boolean;
};

const points = 21;
/** Of the questions that no guide answers, so many must not get one. */
const rejected = 0.9;
/** And of the answers that are given, at most so many may be wrong. */
const wrong = 0.15;
/** A guess that is right less often than this is no help. */
const unsure = 0.08;

export type Calibration = { calibration: number[]; sure: number; unsure: number };

export function calibrate(outcomes: readonly Outcome[]): Calibration {
	const calibration = rising(tableOf(outcomes));
	const strangers = outcomes.filter(({ hasGuide }) => !hasGuide).map(({ share }) => share);
	const share = Math.max(quantile(strangers, rejected), shareWith(outcomes, 1 - wrong));
	return { calibration, sure: round(calibrated(calibration, share)), unsure };
}

/** How often the guess was right near each point, smoothed by its neighbours. */
function tableOf(outcomes: readonly Outcome[]): number[] {
	return Array.from({ length: points }, (_, n) => {
		const centre = n / (points - 1);
		let right = centre;
		let all = 1;
		for (const outcome of outcomes) {
			const near = Math.max(0, 1 - Math.abs(outcome.share - centre) * (points - 1));
			all += near;
			if (outcome.isRight) right += near;
		}
		return right / all;
	});
}

/** More certainty never means less: a table that dips is made level (pool adjacent violators), then strictly rising. */
function rising(table: number[]): number[] {
	let blocks: { sum: number; count: number }[] = [];
	for (const one of table) {
		blocks = [...blocks, { sum: one, count: 1 }];
		while (blocks.length > 1) {
			const [a, b] = blocks.slice(-2);
			if (!a || !b || a.sum / a.count <= b.sum / b.count) break;
			blocks = [...blocks.slice(0, -2), { sum: a.sum + b.sum, count: a.count + b.count }];
		}
	}
	const level = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
	return level.map((one, n) => round(one * 0.999 + (0.001 * n) / (points - 1)));
}

/** The lowest certainty from which on so many of the given answers are right. */
function shareWith(outcomes: readonly Outcome[], precision: number): number {
	const sorted = [...outcomes].sort((a, b) => b.share - a.share);
	let right = 0;
	let best = 1;
	sorted.forEach(({ share, isRight }, n) => {
		if (isRight) right += 1;
		if (right / (n + 1) >= precision) best = share;
	});
	return best;
}

function quantile(values: number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const round = (one: number): number => Math.round(one * 1e4) / 1e4;
