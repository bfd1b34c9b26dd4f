// Five-fold: a fifth of the first questions of each guide is held out of everything that the engine learns from, their
// rewordings too, so that only sides of a guide are asked about that nobody told it of.

import { createEngine, type Engine } from '#lib/answers/engine.ts';
import { familyOf, lineOfQuestion } from '#lib/answers/lines.ts';
import { decode, encode } from '#lib/answers/model.ts';
import { train, type Line } from '#lib/answers/train.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { score, type Asked, type Score } from './score.ts';
import { guideLines, questionLines, starterGuides, starterQuestions } from './starter.ts';

export const folds = 5;

/** What is asked in one fold, and all that may be learned for it. */
export function foldOf(lang: Locale, fold: number): { asked: Asked[]; lines: Line[] } {
	const turns = turnsOf(lang);
	// Sisters hold the same sides of a guide in the same order: theirs are held out by the same rule.
	const lines = familyOf(lang).flatMap((one) => [
		...guideLines(one),
		...questionLines(one, ['.more']),
		...starterQuestions(one, '')
			.filter((_, n) => turns[n] !== fold)
			.map((question) => lineOfQuestion(question, one))
	]);
	return { asked: starterQuestions(lang, '').filter((_, n) => turns[n] === fold), lines };
}

function turnsOf(lang: Locale): number[] {
	const nth = new Map<string | null, number>();
	return starterQuestions(lang, '').map(({ guide }) => {
		const turn = nth.get(guide) ?? 0;
		nth.set(guide, turn + 1);
		return (turn + nth.size) % folds;
	});
}

export async function learned(lines: readonly Line[]): Promise<Engine> {
	const model = decode(encode(await train(lines, starterGuides(), 'trial')));
	if (!model) throw new Error('the model that was just made cannot be read');
	return createEngine(model);
}

export async function split(lang: Locale, misses: number): Promise<Score> {
	const scores: Score[] = [];
	for (let fold = 0; fold < folds; fold += 1) {
		const { asked, lines } = foldOf(lang, fold);
		const { score: found, misses: missed } = score(await learned(lines), asked, lang);
		scores.push(found);
		for (const { q, guide, instead } of missed.slice(0, misses))
			console.log(`${q}\n    ${guide}, not ${instead.join(', ')}`);
	}
	return mean(scores);
}

function mean(scores: readonly Score[]): Score {
	const names = Object.keys(scores[0] ?? {}) as (keyof Score)[];
	const means = names.map((name) => {
		const sum = scores.reduce((all, one) => all + one[name], 0);
		return [name, name === 'n' ? sum : Math.round((sum / scores.length) * 1e3) / 1e3] as const;
	});
	return Object.fromEntries(means) as Score;
}
