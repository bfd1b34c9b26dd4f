/**
 * Which features the model has met more than once, as a Bloom filter: a word that it has never met would otherwise fall
 * into the bucket of another one and speak for it. Answers yes to everything that was added, and to 2 % of the rest.
 */
const bitsEach = 8;
const turns = 4;

export type Known = { bits: Uint8Array };

export function knownOf(hashes: Iterable<number>, count: number): Known {
	const bits = new Uint8Array(Math.max(64, Math.ceil((count * bitsEach) / 8)));
	for (const hash of hashes) for (const at of places(hash, bits.length)) bits[at >> 3]! |= 1 << (at & 7);
	return { bits };
}

export function isKnown({ bits }: Known, hash: number): boolean {
	for (const at of places(hash, bits.length)) if (!(bits[at >> 3]! & (1 << (at & 7)))) return false;
	return true;
}

/** Two halves of one hash make as many as needed (Kirsch & Mitzenmacher 2006). */
function* places(hash: number, bytes: number): Generator<number> {
	const size = bytes * 8;
	const step = (Math.imul(hash, 0x9e3779b1) >>> 0) | 1;
	for (let turn = 0; turn < turns; turn += 1) yield ((hash + turn * step) >>> 0) % size;
}
