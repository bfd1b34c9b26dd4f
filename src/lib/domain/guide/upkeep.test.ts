import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { starterFiles, starterServices } from '#lib/guides/fixtures.ts';
import { scenes } from '#lib/guides/scenes.ts';
import { changedLanguages, changesIn, wordDiff } from './compare.ts';
import { feedbackOf } from './feedback.ts';
import { guideFolders } from './folders.ts';
import { blocks, gapsOf, isBehind, withoutEmpty, written, type Surroundings } from './gaps.ts';
import { parseGuide } from './parse.ts';
import { published } from './published.ts';
import { slugOf, sourceOf, stepsFrom, type GuideSource } from './source.ts';
import { canMove, isDue, moves, type Standing } from './standing.ts';
import { filesOf } from './write.ts';

const words = (title: string) => ({ title, summary: 'Kort', keywords: [], ending: { title: 'Ellers', body: 'Ring' } });
const base: GuideSource = {
	id: 'paper-jam',
	category: 'printing',
	audience: ['office'],
	service: 'printing',
	minutes: 3,
	solvedBy: 'self',
	report: { kind: 'incident', category: 'hardware', ask: [] },
	related: [],
	words: { da: words('Papir'), en: words('Paper') },
	steps: [
		{ key: 'a', texts: { da: 'Åbn låget.', en: 'Open the lid.' } },
		{ key: 'b', texts: { da: 'Træk papiret ud.', en: 'Pull the paper out.' } },
		{ key: 'c', texts: { da: 'Luk låget.', en: 'Close the lid.' } }
	]
};
const around: Surroundings = {
	services: new Set(['printing']),
	before: null,
	isOwned: true,
	isReviewed: true,
	isTested: true
};
const rewritten = (key: string, texts: GuideSource['steps'][number]['texts']): GuideSource => ({
	...base,
	steps: base.steps.map((step) => (step.key === key ? { ...step, texts: { ...step.texts, ...texts } } : step))
});
const gaps = (source: GuideSource, change: Partial<Surroundings> = {}) => gapsOf(source, { ...around, ...change });
const blocking = (source: GuideSource, change: Partial<Surroundings> = {}) => gaps(source, change).filter(blocks);

describe('what is missing', () => {
	it('is nothing that blocks where two languages are whole; the others are told', () => {
		expect(gaps(base)).toEqual(['nb', 'sv', 'ko'].map((locale) => ({ kind: 'language', locale })));
	});

	it('is told with the numbers of the steps where their count differs', () => {
		const source = rewritten('b', { en: ' ' });
		expect(written(source, 'en')).toEqual({ steps: 2, of: 3, isBegun: true });
		expect(blocking(source)).toEqual([{ kind: 'steps', locale: 'en', steps: [2] }]);
	});

	it.each<[string, Partial<GuideSource>, string[]]>([
		['no step', { steps: [] }, ['noSteps']],
		['no word', { words: {}, steps: [{ key: 'a', texts: {} }] }, ['noText']],
		['no title', { words: { ...base.words, en: { ...words(''), summary: '' } } }, ['title', 'summary']],
		[
			'a video without captions',
			{ video: { sources: [], poster: null, seconds: 9, captions: { da: 'WEBVTT' } } },
			['captions']
		],
		['a service that is not there', { service: 'coffee' }, ['service']]
	])('blocks: %s', (_, change, kinds) => {
		expect(blocking({ ...base, ...change }).map(({ kind }) => kind)).toEqual(kinds);
	});

	it('names who cares for it, when, and whether anybody tried it, without blocking', () => {
		const told = gaps(base, { isOwned: false, isReviewed: false, isTested: false });
		expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['owner', 'review', 'untested']));
		expect(told.some(blocks)).toBe(false);
	});

	it('is a step that says something new in one language only', () => {
		const source = rewritten('b', { da: 'Træk papiret lige ud.' });
		expect(gaps(source, { before: base })).toContainEqual({ kind: 'behind', locale: 'en', steps: [2] });
		expect(isBehind(source.steps[1]!, base, 'da')).toBe(false);
		expect(isBehind(rewritten('b', { da: 'Ny', en: 'New' }).steps[1]!, base, 'en')).toBe(false);
	});

	it('does not publish a language of empty fields', () => {
		const source = { ...base, words: { ...base.words, ko: { ...words(''), summary: '', ending: null } } };
		expect(blocking(source)).toEqual([]);
		expect(Object.keys(published(withoutEmpty(source), () => null).texts).sort()).toEqual(['da', 'en']);
	});
});

describe('a comparison', () => {
	it('puts both texts together again, whatever they are', () => {
		const text = fc.array(fc.constantFrom('open', 'the', 'lid', '잠금', 'å', '\n')).map((list) => list.join(' '));
		fc.assert(
			fc.property(text, text, (before, after) => {
				const pieces = wordDiff(before, after);
				const without = (kind: string) =>
					pieces
						.filter((piece) => piece.kind !== kind)
						.map((piece) => piece.text)
						.join('');
				expect(without('added')).toBe(before);
				expect(without('removed')).toBe(after);
			})
		);
	});

	it('shows the words that changed, in the language in which they did', () => {
		const after = rewritten('b', { da: 'Træk papiret forsigtigt ud.' });
		expect(changedLanguages(base, after)).toEqual(['da']);
		expect(changesIn(base, after, 'da')).toEqual([
			{
				part: 'step',
				step: 2,
				pieces: [
					{ kind: 'same', text: 'Træk papiret ' },
					{ kind: 'added', text: 'forsigtigt ' },
					{ kind: 'same', text: 'ud.' }
				]
			}
		]);
	});

	it('knows a step again that was moved, and those that only made room for another', () => {
		const [a, b, c] = base.steps as [GuideSource['steps'][0], GuideSource['steps'][0], GuideSource['steps'][0]];
		const moved = changesIn(base, { ...base, steps: [b, a, c] }, 'da');
		expect(moved.map(({ step, movedFrom }) => [step, movedFrom])).toEqual([
			[1, 2],
			[2, 1]
		]);
		const added = changesIn(base, { ...base, steps: [{ key: 'n', texts: { da: 'Sluk.' } }, a, b, c] }, 'da');
		expect(added).toEqual([{ part: 'step', step: 1, pieces: [{ kind: 'added', text: 'Sluk.' }] }]);
		const removed = changesIn(base, { ...base, steps: [a, c] }, 'da');
		expect(removed).toMatchObject([{ step: 2, pieces: [{ kind: 'removed' }] }]);
	});
});

describe('standing', () => {
	const can = (draft: Standing['draft'], published: Standing['published']) =>
		moves.filter((move) => canMove({ draft, published }, move));
	it.each<[Standing['draft'], Standing['published'], string[]]>([
		['draft', null, ['save', 'send', 'discard']],
		['review', null, ['takeBack', 'publish']],
		[null, 'published', ['begin', 'retire', 'returnTo']],
		['draft', 'published', ['save', 'send', 'discard', 'retire', 'returnTo']],
		['review', 'published', ['takeBack', 'publish', 'retire', 'returnTo']],
		[null, 'retired', ['begin', 'returnTo']],
		[null, null, []]
	])('%s beside %s', (draft, beside, allowed) => expect(can(draft, beside)).toEqual(allowed));

	it('is due from its day on', () => {
		expect(['2026-05-30', '2026-05-31', '2026-06-01', null].map((day) => isDue(day, '2026-05-31'))).toEqual([
			true,
			true,
			false,
			false
		]);
	});
});

describe('a folder that is written', () => {
	const parsed = (source: GuideSource) => {
		const files = filesOf(source).map(({ name, text }) => ({
			path: `${source.id}/${name}`,
			bytes: new TextEncoder().encode(text)
		}));
		return parseGuide(guideFolders(files).folders[0]!, { services: new Set(starterServices), scenes: new Set(scenes) });
	};

	it('reads as the same guide, for all of the starter content', () => {
		const { folders } = guideFolders(starterFiles());
		const sources = folders.map(
			(folder) => parseGuide(folder, { services: new Set(starterServices), scenes: new Set(scenes) }).guide!
		);
		expect(sources).toHaveLength(112);
		for (const source of sources) expect(parsed(source)).toMatchObject({ guide: source, problems: [] });
	});

	it('keeps what looks like a list, a heading or a mark of YAML', () => {
		const hard = 'Vælg:\n2. linje\n# ikke en overskrift\n\n- **fed** [side](https://example.org)';
		const source: GuideSource = {
			...base,
			words: { da: { ...words('Papir: "fast" # ikke'), keywords: ['a: b', '- c', '한국어'] } },
			steps: [{ key: 's1', texts: { da: hard } }]
		};
		expect(parsed(source).guide).toEqual(source);
	});
});

it('a guide from before sources were kept becomes one that publishes the same', () => {
	const render = (markdown: string) => (markdown.includes('<b>') ? markdown : null);
	const source = rewritten('c', { da: 'Luk <b>låget</b>. Brug ikke kraft.' });
	const body = published(source, render);
	expect(published(sourceOf(body), render)).toEqual(body);
});

it('a picture goes with its step, and a video as it is', () => {
	const video = { sources: [], poster: null, seconds: 9, captions: { da: 'WEBVTT' } };
	const [a, b, c] = base.steps.map((step, n) => (n ? step : { ...step, picture: 'jam-pull' }));
	const source = { ...base, steps: [b!, a!, c!], video };
	const body = published(source, () => null);
	expect([body.pictures, body.video]).toEqual([{ 2: 'jam-pull' }, video]);
	expect(sourceOf(body)).toMatchObject({ video, steps: [{}, { picture: 'jam-pull' }, {}] });
	expect(filesOf(source)[0]!.text).toContain('"2": "jam-pull"');
});

it('feedback counts a step as not working for everybody who went past it', () => {
	const counts = [
		{ worked: true, steps: 1, times: 5 },
		{ worked: true, steps: 3, times: 2 },
		{ worked: false, steps: 2, times: 1 },
		{ worked: false, steps: 0, times: 9 }
	];
	expect(feedbackOf(counts, 3)).toEqual([
		{ step: 1, helped: 5, didNot: 3 },
		{ step: 2, helped: 0, didNot: 3 },
		{ step: 3, helped: 2, didNot: 0 }
	]);
});

it.each([
	['Håndterminal lader ikke', 'handterminal-lader-ikke'],
	['Ødelagt æske', 'odelagt-aeske'],
	['잠금이 안 열려요', 'guide'],
	['Wi-Fi: “down”!', 'wi-fi-down']
])('%s has the address %s', (title, id) => {
	expect(slugOf(title, () => false)).toBe(id);
	expect(slugOf(title, (each) => each === id)).toBe(`${id}-2`);
});

it.each([
	['1. Sluk den.\n2) Tænd den.', ['Sluk den.', 'Tænd den.']],
	['Sluk den. Vent 1.5 minut. Tænd den.', ['Sluk den.', 'Vent 1.5 minut.', 'Tænd den.']],
	['- Sluk\n\n- Tænd', ['Sluk', 'Tænd']],
	['', []]
])('an answer becomes steps: %j', (answer, steps) => expect(stepsFrom(answer)).toEqual(steps));
