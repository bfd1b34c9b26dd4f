// How well an engine does on questions whose guide is known.

import type { Engine } from '#lib/answers/engine.ts';
import type { Question } from '#lib/answers/lines.ts';
import type { Locale } from '#lib/domain/locale.ts';

export type Asked = Question & { also?: string[] };
export type Score = {
	n: number;
	hit1: number;
	hit3: number;
	mrr: number;
	answeredRight: number;
	answeredWrong: number;
	abstained: number;
	nullRejected: number;
	p50Ms: number;
	p95Ms: number;
};
export type Miss = { q: string; guide: string; instead: string[] };

export function score(engine: Engine, asked: readonly Asked[], lang: Locale): { score: Score; misses: Miss[] } {
	const times: number[] = [];
	const misses: Miss[] = [];
	const sum = { hit1: 0, hit3: 0, mrr: 0, right: 0, wrong: 0, rejected: 0 };
	const known = asked.filter(({ guide }) => guide !== null);
	for (const { q, guide, also = [] } of asked) {
		const began = performance.now();
		const { kind, guides } = engine.ask(q, lang);
		times.push(performance.now() - began);
		if (guide === null) {
			if (kind !== 'answer') sum.rejected += 1;
			continue;
		}
		const rank = guides.findIndex(({ guideId }) => guideId === guide || also.includes(guideId)) + 1;
		if (rank === 1) sum.hit1 += 1;
		else misses.push({ q, guide, instead: guides.map(({ guideId }) => guideId) });
		if (rank >= 1 && rank <= 3) sum.hit3 += 1;
		if (rank) sum.mrr += 1 / rank;
		if (kind === 'answer') sum[rank === 1 ? 'right' : 'wrong'] += 1;
	}
	const of = (count: number, all: number) => (all ? round(count / all) : 0);
	const n = known.length;
	times.sort((a, b) => a - b);
	const at = (part: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
	return {
		misses,
		score: {
			n: asked.length,
			hit1: of(sum.hit1, n),
			hit3: of(sum.hit3, n),
			mrr: of(sum.mrr, n),
			answeredRight: of(sum.right, n),
			answeredWrong: of(sum.wrong, n),
			abstained: of(n - sum.right - sum.wrong, n),
			nullRejected: of(sum.rejected, asked.length - n),
			p50Ms: at(0.5),
			p95Ms: at(0.95)
		}
	};
}

const round = (value: number): number => Math.round(value * 1e3) / 1e3;
