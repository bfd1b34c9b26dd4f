import type { Locale } from '#lib/domain/locale.ts';
import { calibrate, type Outcome } from './calibrate.ts';
import { descend, type Example, type Fitted, type Pace } from './descend.ts';
import { sharesOf } from './engine.ts';
import { evidence, hashed, type Hashed } from './evidence.ts';
import { isKnown, knownOf, type Known } from './known.ts';
import type { Model } from './model.ts';

/**
 * From what guides say and how people ask to the file that phones answer with. On the server, when something is published,
 * and in `npm run eval`. The same lines give the same file.
 */
export type Line = {
	text: string;
	lang: Locale;
	/** Null: no guide answers it. */
	guideId: string | null;
	/** How much it counts: a question as it was asked 1, a sentence of a guide less. */
	weight: number;
	/** Words of a guide are no questions: nothing is learned from them about how sure an answer is. */
	isQuestion: boolean;
};

const buckets = 12_288;
/** What was met once says nothing that would come again. */
const least = 2;
/** The part of the questions that is held back to learn how sure the model may be. */
const heldBack = 5;

type Read = Line & { hashes: Hashed };

/** @param guides ids, in the order of the classes @param version of this publication */
export async function train(
	lines: readonly Line[],
	guides: readonly string[],
	version: string,
	breathe: Pace['breathe'] = async () => undefined
): Promise<Model> {
	const read = lines.map((line): Read => ({ ...line, hashes: hashed(line.text, line.lang) }));
	let question = 0;
	const held = new Set(read.filter(({ isQuestion }) => isQuestion && question++ % heldBack === 0));
	const trial = await fit(
		read.filter((line) => !held.has(line)),
		guides,
		version,
		breathe
	);
	const outcomes = [...held].map((line) => outcomeOf(trial, line));
	const model = await fit(read, guides, version, breathe);
	return { ...model, head: { ...model.head, ...calibrate(outcomes) } };
}

function outcomeOf(model: Model, { text, lang, guideId }: Read): Outcome {
	const shares = sharesOf(model, text, lang);
	const guides = shares ? [...shares.subarray(0, model.head.guides.length)] : [0];
	const share = Math.max(...guides);
	const isRight = guideId !== null && model.head.guides[guides.indexOf(share)] === guideId;
	return { share, isRight, hasGuide: guideId !== null };
}

async function fit(
	lines: readonly Read[],
	guides: readonly string[],
	version: string,
	breathe: Pace['breathe']
): Promise<Model> {
	const known = knownIn(lines);
	const { rarity, rarityScale } = rarities(lines, known);
	const classOf = new Map(guides.map((guideId, n) => [guideId, n]));
	const examples = lines.flatMap(({ hashes, guideId, weight }): Example[] => {
		const klass = guideId === null ? guides.length : classOf.get(guideId);
		if (klass === undefined) return [];
		return [{ evidence: evidence(hashes, known, buckets, (bucket) => rarity[bucket]! * rarityScale), klass, weight }];
	});
	const fitted = await descend(examples, guides.length + 1, buckets, { chance: chance(), breathe });
	const { weights, scale } = inFourBits(fitted);
	const languages = [...new Set(lines.map(({ lang }) => lang))];
	const head = { format: 1 as const, version, languages, guides: [...guides], buckets, knownBytes: known.bits.length };
	const untried = { calibration: [0, 1], sure: 0.5, unsure: 0.1 };
	return {
		head: { ...head, scale, rarityScale, bias: [...fitted.bias].map((one) => Math.round(one * 1e4) / 1e4), ...untried },
		known,
		rarity,
		weights
	};
}

function knownIn(lines: readonly Read[]): Known {
	const met = new Map<number, number>();
	for (const { hashes } of lines)
		for (const one of new Set([...hashes.words, ...hashes.pieces])) met.set(one, (met.get(one) ?? 0) + 1);
	const kept = [...met].filter(([, times]) => times >= least).map(([one]) => one);
	return knownOf(kept, kept.length);
}

/** Inverse document frequency of each bucket, in 255 steps. */
function rarities(lines: readonly Read[], known: Known): { rarity: Uint8Array; rarityScale: number } {
	const met = new Float64Array(buckets);
	for (const { hashes } of lines) {
		const here = [...hashes.words, ...hashes.pieces].filter((one) => isKnown(known, one)).map((one) => one % buckets);
		for (const bucket of new Set(here)) met[bucket]! += 1;
	}
	const idf = met.map((times) => (times > 0 ? Math.log(1 + lines.length / times) : 0));
	const rarityScale = Math.max(...idf) / 255 || 1;
	return { rarity: Uint8Array.from(idf, (one) => Math.round(one / rarityScale)), rarityScale };
}

/** Weights in fifteen steps up to three times their usual size: what is beyond counts as that. */
function inFourBits({ weights }: Fitted): { weights: Uint8Array; scale: number } {
	let square = 0;
	for (const one of weights) square += one * one;
	const scale = (3 * Math.sqrt(square / weights.length)) / 7 || 1;
	const packed = new Uint8Array(Math.ceil(weights.length / 2));
	weights.forEach((one, at) => {
		const stepped = Math.max(-7, Math.min(7, Math.round(one / scale)));
		packed[at >> 1]! |= (stepped & 15) << (at & 1 ? 4 : 0);
	});
	return { weights: packed, scale };
}

/** mulberry32, always from the same seed. */
function chance(): () => number {
	let state = 1;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
