import { askDevice, freshAnswers } from '#lib/answers/device.ts';
import type { Answer, Ask } from '#lib/domain/answers.ts';
import type { Guide } from '#lib/domain/guide/guide.ts';
import { allGuides, reader } from '#lib/guides/queries.ts';
import { createGuideSearch, type GuideSearch } from '#lib/guides/search.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { signedIn } from '#lib/sync/me.ts';

// Where answers come from: the model on this device. Until the first one is here, and should it ever not work, the
// search, with thresholds read off the known questions (five of a hundred answers are wrong there).

const sureScore = 5;
const sureLead = 1.15;
const leastScore = 3;
const mostGuesses = 3;
const worthReading = 0.04;

export const ask: Ask = async (question) => {
	const [guides, me] = await Promise.all([allGuides(), signedIn()]);
	const offered = guides.map(({ id }) => id);
	const answer = me && (await askDevice(me.organisationId, question, getLocale(), offered));
	return answer ? withoutIdle(answer) : judged((await searchIn(guides))(question, mostGuesses));
};

/** Beside the first, a guess must be worth reading. */
const withoutIdle = ({ kind, guides }: Answer): Answer => ({
	kind,
	guides: guides.filter(({ confidence }, n) => n === 0 || confidence >= worthReading)
});

/** Called when a talk is opened: the newest model for the next question. */
export async function prepare(): Promise<void> {
	const me = await signedIn();
	if (me) await freshAnswers(me.organisationId, getLocale());
}

let kept: { of: string; search: GuideSearch } | undefined;

async function searchIn(guides: Guide[]): Promise<GuideSearch> {
	const { audience } = await reader();
	const locale = getLocale();
	const of = [locale, audience, ...guides.map(({ id, version }) => `${id}.${version}`)].join();
	if (kept?.of !== of) kept = { of, search: createGuideSearch(guides, locale, audience) };
	return kept.search;
}

function judged(hits: readonly { id: string; score: number }[]): Answer {
	const [first, second] = hits;
	const guides = hits.map(({ id, score }) => ({ guideId: id, confidence: Math.min(0.99, score / 10) }));
	if (!first || first.score < leastScore) return { kind: 'unknown', guides: [] };
	if (first.score >= sureScore && first.score >= sureLead * (second?.score ?? 0))
		return { kind: 'answer', guides: guides.slice(0, 1) };
	return { kind: 'choose', guides };
}
