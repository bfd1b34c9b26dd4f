import { createAnalyser, type Token } from './analyser.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { createMatcher } from './match.ts';
import type { Synonyms } from './synonyms.ts';

// BM25F (Robertson & Zaragoza 2009, 3.3): one saturation over the weighted fields, so a word in the title and in a step
// counts as one piece of evidence. Small enough to be built on a phone when search is opened.

/** A text to be found; `lang` is the language it is written in, which may be a fallback. */
export type SearchDoc = {
	id: string;
	lang: Locale;
	title: string;
	keywords: string[];
	summary: string;
	steps: string[];
};

export type Hit = {
	id: string;
	score: number;
	/** matched words of the title, in UTF-16 units */
	ranges: [start: number, end: number][];
	/** the keyword that matched when the title does not: "also called ..." */
	keyword: string | null;
};

export type SearchOptions = {
	limit?: number;
	/** factor for documents that concern the asker more; 1 is neutral */
	boost?: (id: string) => number;
};

export type SearchIndex = { search(query: string, options?: SearchOptions): Hit[] };

const fields = ['title', 'keywords', 'summary', 'steps'] as const;
const fieldWeight = { title: 3, keywords: 2.5, summary: 1.2, steps: 0.5 };
const lengthWeight = { title: 0.3, keywords: 0.3, summary: 0.3, steps: 0.6 };
const k1 = 1.6;
/** A part of a compound is weaker evidence than the word itself. */
const partWeight = 0.6;

/** Files the documents; `lang` is the asker's language, in which the query is read. */
export function createSearchIndex(docs: readonly SearchDoc[], lang: Locale, synonyms: Synonyms = []): SearchIndex {
	const analyser = createAnalyser();
	const textOf = (doc: SearchDoc, field: (typeof fields)[number]) =>
		field === 'keywords' ? doc.keywords.join(', ') : field === 'steps' ? doc.steps.join('\n') : doc[field];
	for (const each of new Set(docs.map((doc) => doc.lang)))
		analyser.learn(
			docs.filter((doc) => doc.lang === each).flatMap((doc) => fields.map((field) => textOf(doc, field))),
			each
		);

	const analysed = docs.map((doc) => fields.map((field) => analyser.analyse(textOf(doc, field), doc.lang)));
	const average = fields.map(
		(_, f) => analysed.reduce((sum, doc) => sum + doc[f]!.length, 0) / (docs.length || 1) || 1
	);

	const words = new Map<string, Set<string>>();
	const postings = new Map<string, Map<number, number>>();
	analysed.forEach((doc, d) =>
		doc.forEach((tokens, f) => {
			const field = fields[f]!;
			const length = 1 - lengthWeight[field] + (lengthWeight[field] * tokens.length) / average[f]!;
			const add = (term: string, count: number) => {
				let posting = postings.get(term);
				if (!posting) postings.set(term, (posting = new Map()));
				posting.set(d, (posting.get(d) ?? 0) + (count * fieldWeight[field]) / length);
			};
			for (const token of tokens) {
				add(token.term, 1);
				const forms = words.get(token.term);
				if (forms) forms.add(token.word);
				else words.set(token.term, new Set([token.word]));
				for (const part of token.parts) if (part !== token.term) add(part, partWeight);
			}
		})
	);
	const matcher = createMatcher(words, synonyms, (word) => analyser.analyse(word, lang)[0]?.term ?? '');

	function scoreOf(term: string, into: Map<number, number>, weight: number) {
		const posting = postings.get(term);
		if (!posting) return;
		const idf = Math.log(1 + (docs.length - posting.size + 0.5) / (posting.size + 0.5));
		for (const [d, tf] of posting) {
			const score = (weight * idf * tf) / (k1 + tf);
			if (score > (into.get(d) ?? 0)) into.set(d, score);
		}
	}

	return {
		search(query, { limit = 20, boost = () => 1 } = {}) {
			const tokens = analyser.analyse(query, lang);
			const meaning = tokens.filter((token) => !token.stop);
			const asked = meaning.length ? meaning : tokens;
			const typing = /[\p{L}\p{M}\p{N}]$/u.test(query) ? tokens.at(-1) : undefined;
			const totals = new Map<number, number>();
			const matched = new Set<string>();
			for (const token of asked) {
				const best = new Map<number, number>();
				for (const [term, weight] of matcher.termsFor(token, token === typing)) {
					matched.add(term);
					scoreOf(term, best, weight);
				}
				const parts = new Map<number, number>();
				for (const part of token.parts) {
					const one = new Map<number, number>();
					scoreOf(part, one, partWeight);
					if (one.size) matched.add(part);
					for (const [d, score] of one) parts.set(d, (parts.get(d) ?? 0) + score);
				}
				for (const [d, score] of parts) best.set(d, Math.max(best.get(d) ?? 0, score));
				for (const [d, score] of best) totals.set(d, (totals.get(d) ?? 0) + score);
			}
			return [...totals]
				.map(([d, score]) => ({ d, score: score * boost(docs[d]!.id) }))
				.sort((a, b) => b.score - a.score || a.d - b.d)
				.slice(0, limit)
				.map(({ d, score }) => {
					const ranges = rangesOf(analysed[d]![0]!, matched);
					return { id: docs[d]!.id, score, ranges, keyword: ranges.length ? null : keywordOf(d) };
				});

			function keywordOf(d: number): string | null {
				const doc = docs[d]!;
				return doc.keywords.find((word) => rangesOf(analyser.analyse(word, doc.lang), matched).length > 0) ?? null;
			}
		}
	};
}

function rangesOf(tokens: Token[], matched: Set<string>): [number, number][] {
	return tokens
		.filter((token) => !token.stop && (matched.has(token.term) || token.parts.some((part) => matched.has(part))))
		.map((token) => [token.start, token.end]);
}
