import type { Locale } from '#lib/domain/locale.ts';
import { features, hash } from '#lib/text/features.ts';
import { isKnown, type Known } from './known.ts';

/** Buckets and how strongly a text speaks in each. */
export type Evidence = { buckets: Int32Array; strength: Float32Array };

/** Whole words are fewer and vaguer than their pieces, so they have less of a say. */
const wordShare = 0.7;

export type Hashed = { words: number[]; pieces: number[] };

/** Features as hashes, each once. */
export function hashed(text: string, lang: Locale): Hashed {
	const { words, pieces } = features(text, lang);
	return { words: [...new Set(words.map(hash))], pieces: [...new Set(pieces.map(hash))] };
}

/** @param rarityOf how much a bucket says: what is in every second question says nothing */
export function evidence(text: Hashed, known: Known, size: number, rarityOf: (bucket: number) => number): Evidence {
	const found = new Map<number, number>();
	add(found, text.words, wordShare);
	add(found, text.pieces, 1);
	return { buckets: Int32Array.from(found.keys()), strength: Float32Array.from(found.values()) };

	function add(into: Map<number, number>, hashes: readonly number[], share: number) {
		const buckets = new Set(hashes.filter((one) => isKnown(known, one)).map((one) => one % size));
		let square = 0;
		for (const bucket of buckets) square += rarityOf(bucket) ** 2;
		const length = Math.sqrt(square) || 1;
		for (const bucket of buckets) into.set(bucket, (into.get(bucket) ?? 0) + (share * rarityOf(bucket)) / length);
	}
}
