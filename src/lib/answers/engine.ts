import type { Answer } from '#lib/domain/answers.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { evidence, hashed } from './evidence.ts';
import { weightAt, type Model } from './model.ts';

/**
 * Which guide answers a question, and how sure that is. Runs on the phone, in a worker, and in `npm run eval`: the same
 * code and the same file.
 */
export type Engine = { ask(question: string, lang: Locale): Answer };

/** More than three guesses are a list, and nobody reads lists. */
const guesses = 3;

/** @param isOffered guides that this person may see; the others are passed over */
export function createEngine(model: Model, isOffered: (guideId: string) => boolean = () => true): Engine {
	const { head } = model;
	return {
		ask(question, lang) {
			const shares = sharesOf(model, question, lang);
			if (!shares) return { kind: 'unknown', guides: [] };
			const ranked = head.guides
				.map((guideId, index) => ({ guideId, confidence: calibrated(head.calibration, shares[index]!) }))
				.filter(({ guideId }) => isOffered(guideId))
				.sort((a, b) => b.confidence - a.confidence);
			const [first] = ranked;
			return { kind: kindOf(first?.confidence ?? 0), guides: ranked.slice(0, guesses) };
		}
	};

	function kindOf(confidence: number): Answer['kind'] {
		if (confidence < head.unsure) return 'unknown';
		return confidence >= head.sure ? 'answer' : 'choose';
	}
}

/** Probabilities of all guides and, last, of none; null when nothing in the text is known. */
export function sharesOf({ head, known, rarity, weights }: Model, question: string, lang: Locale): Float64Array | null {
	const classes = head.bias.length;
	const { buckets, strength } = evidence(
		hashed(question, lang),
		known,
		head.buckets,
		(bucket) => rarity[bucket]! * head.rarityScale
	);
	if (buckets.length === 0) return null;
	const sums = Float64Array.from(head.bias);
	for (let n = 0; n < buckets.length; n += 1) {
		const row = buckets[n]! * classes;
		const factor = strength[n]! * head.scale;
		for (let c = 0; c < classes; c += 1) sums[c]! += weightAt(weights, row + c) * factor;
	}
	return softmax(sums);
}

export function softmax(sums: Float64Array): Float64Array {
	const most = Math.max(...sums);
	const raised = sums.map((sum) => Math.exp(sum - most));
	const total = raised.reduce((all, one) => all + one, 0);
	return raised.map((one) => one / total);
}

/** Between the points of the table in a straight line; beyond 0 and 1 there is nothing. */
export function calibrated(table: readonly number[], share: number): number {
	const at = Math.min(1, Math.max(0, share)) * (table.length - 1);
	const below = Math.floor(at);
	const above = Math.min(table.length - 1, below + 1);
	return table[below]! + (table[above]! - table[below]!) * (at - below);
}
