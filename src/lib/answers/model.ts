import * as z from 'zod/mini';
import { locales } from '#lib/domain/locale.ts';
import type { Known } from './known.ts';

/**
 * What a phone needs to answer in some languages, as one file: a linear model from hashed features to guides.
 *
 *   "ATHA"  length of the head (uint32)  head (JSON)  known features  rarity of each bucket (uint8)  weights (4 bits each)
 *
 * Weights are signed, 4 bits, `head.scale` apart, one row of all guides after the other bucket; the bucket of a feature is
 * its hash modulo the number of buckets. The last class of a row is "no guide answers this".
 */
export const Head = z.object({
	format: z.literal(1),
	/** Changes with every publication; phones ask for another one than they have. */
	version: z.string(),
	languages: z.array(z.enum(locales)),
	guides: z.array(z.string()),
	buckets: z.int(),
	knownBytes: z.int(),
	scale: z.number(),
	rarityScale: z.number(),
	bias: z.array(z.number()),
	/** How often the first guess was right at each twentieth of the model's own certainty. */
	calibration: z.array(z.number()),
	/** From here on a guide is given as the answer; below it, guesses are offered. Calibrated, 0 to 1. */
	sure: z.number(),
	/** Below this, not even a guess. */
	unsure: z.number()
});
export type Head = z.infer<typeof Head>;

export type Model = { head: Head; known: Known; rarity: Uint8Array; weights: Uint8Array };

const magic = 'ATHA';

export function encode({ head, known, rarity, weights }: Model): Uint8Array<ArrayBuffer> {
	const text = new TextEncoder().encode(JSON.stringify(head));
	const file = new Uint8Array(8 + text.length + known.bits.length + rarity.length + weights.length);
	file.set(new TextEncoder().encode(magic));
	new DataView(file.buffer).setUint32(4, text.length, true);
	let at = 8;
	for (const part of [text, known.bits, rarity, weights]) {
		file.set(part, at);
		at += part.length;
	}
	return file;
}

/** Null for what is cut short, damaged or of another format: the model that one has stays in use. */
export function decode(file: Uint8Array): Model | null {
	try {
		if (file.length < 8 || new TextDecoder().decode(file.subarray(0, 4)) !== magic) return null;
		const length = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
		const head = Head.parse(JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))));
		const classes = head.guides.length + 1;
		const known = 8 + length;
		const rarity = known + head.knownBytes;
		const weights = rarity + head.buckets;
		if (file.length !== weights + Math.ceil((head.buckets * classes) / 2) || head.bias.length !== classes) return null;
		return {
			head,
			known: { bits: file.subarray(known, rarity) },
			rarity: file.subarray(rarity, weights),
			weights: file.subarray(weights)
		};
	} catch {
		return null;
	}
}

/** The weight of one class in one bucket, in steps of `scale`. */
export const weightAt = (weights: Uint8Array, at: number): number =>
	((at & 1 ? weights[at >> 1]! >> 4 : weights[at >> 1]! & 15) << 28) >> 28;
