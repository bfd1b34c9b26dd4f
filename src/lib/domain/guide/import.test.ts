import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guideFolders, type ImportFile } from './folders.ts';
import { parseGuide } from './parse.ts';
import { published } from './published.ts';
import { importProblems, isRefusal, type ImportProblemCode } from './problem.ts';

// Every row of docs/import.md is a folder planted here.

const encode = (text: string) => new TextEncoder().encode(text);
const facts = {
	id: 'paper-jam',
	category: 'printing',
	audience: ['office'],
	service: 'printing',
	minutes: 3,
	solvedBy: 'self',
	report: { kind: 'incident', category: 'hardware', ask: ['printer number'] },
	related: []
};
const markdown = (steps = '1. Open the lid.\n2. Pull the paper out. Do not tear it.') =>
	`---\ntitle: Paper jam\nsummary: The printer stops.\nkeywords: [jam, paper]\n---\n${steps}\n\n## If it does not help\nReport the **number**.\n`;
const languages = ['en', 'da', 'nb', 'sv', 'ko'];
const sound: Record<string, string | Uint8Array> = {
	'guide.json': JSON.stringify(facts),
	...Object.fromEntries(languages.map((lang) => [`${lang}.md`, markdown()]))
};

function importing(changes: Record<string, string | Uint8Array | null>, folder = 'paper-jam') {
	const files: ImportFile[] = Object.entries({ ...sound, ...changes })
		.filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null)
		.map(([name, content]) => ({
			path: `guides/${folder}/${name}`,
			bytes: typeof content === 'string' ? encode(content) : content
		}));
	const { folders, problems } = guideFolders(files);
	const parsed = folders.map((each) =>
		parseGuide(each, { services: new Set(['printing']), scenes: new Set(['jam-pull']) })
	);
	return {
		videos: parsed.flatMap(({ video }) => video ?? []),
		guides: parsed.flatMap(({ guide }) =>
			guide ? [published(guide, (text) => (text.includes('*') ? `<i>${text}</i>` : null))] : []
		),
		problems: [...problems, ...parsed.flatMap((each) => each.problems)]
	};
}

const json = (change: Record<string, unknown>) => ({ 'guide.json': JSON.stringify({ ...facts, ...change }) });
const video = new Uint8Array(readFileSync('content/guides/handheld-cradle/video.webm'));
const poster = new Uint8Array(readFileSync('content/guides/handheld-cradle/video.webp'));
const spoken = 'WEBVTT\n\n00:00.000 --> 00:04.000\nOpen the lid.\n';
const filmed = (change: Record<string, string | Uint8Array | null> = {}) => ({
	'video.webm': video,
	'video.webp': poster,
	...Object.fromEntries(languages.map((lang) => [`video.${lang}.vtt`, spoken])),
	...change
});
const av1 = new Uint8Array(Buffer.from(Buffer.from(video).toString('latin1').replace('V_VP9', 'V_AV1'), 'latin1'));
const large = 'x'.repeat(1_000_001);

const planted: [ImportProblemCode, Record<string, string | Uint8Array | null>][] = [
	['front_matter_unreadable', { 'da.md': '---\ntitle: [\n---\n1. Go' }],
	['front_matter_unreadable', { 'da.md': '1. No front matter' }],
	['front_matter_unreadable', { 'da.md': markdown().replace(/title.*\n/, '') }],
	['facts_missing', { 'guide.json': null }],
	['facts_unreadable', { 'guide.json': '{' }],
	['field_invalid', json({ minutes: 'three' })],
	['id_missing', json({ id: undefined })],
	['id_differs', json({ id: 'other' })],
	['audience_unknown', json({ audience: ['warehouse'] })],
	['service_unknown', json({ service: 'coffee' })],
	['category_unknown', json({ category: 'coffee' })],
	['steps_missing', { 'da.md': markdown('No steps at all.') }],
	['steps_unequal', { 'da.md': markdown('1. Only one.') }],
	['text_missing', Object.fromEntries(languages.map((lang) => [`${lang}.md`, null]))],
	['too_large', { 'sv.md': large }],
	['too_large', { 'guide.json': large }],
	['language_missing', { 'ko.md': null }],
	['language_empty', { 'ko.md': ' \n' }],
	['windows_1252', { 'da.md': Uint8Array.from(markdown('1. Åbn låget.\n2. Træk.'), (c) => c.charCodeAt(0)) }],
	['picture_missing', { 'da.md': markdown('1. Open ![lid](lid.png)\n2. Pull.') }],
	['picture_skipped', { 'da.md': markdown('1. Open ![lid](lid.png)\n2. Pull.'), 'lid.png': 'png' }],
	['scene_unknown', json({ pictures: { 1: 'nothing-drawn' } })],
	['scene_unknown', json({ pictures: { 3: 'jam-pull' } })],
	['video_too_large', filmed({ 'video.webm': new Uint8Array(1_500_001) })],
	['video_unreadable', filmed({ 'video.webm': 'not a video' })],
	['video_unreadable', filmed({ 'video.avi': 'RIFF....AVI LIST and so on' })],
	['video_codec', filmed({ 'video.webm': av1 })],
	['captions_missing', filmed({ 'video.ko.vtt': null })],
	['captions_unreadable', filmed({ 'video.ko.vtt': '1\n00:00:00,000 --> 00:00:04,000\nSubRip' })],
	['poster_missing', filmed({ 'video.webp': null })],
	['poster_missing', filmed({ 'video.webp': 'no picture' })],
	['html_stripped', { 'da.md': markdown('1. Open <b>the lid</b>\n2. Pull.') }],
	['file_unknown', { 'dk.md': markdown() }]
];

describe('import', () => {
	it('takes a sound folder without a word', () => {
		const { guides, problems } = importing({});
		expect(problems).toEqual([]);
		expect(guides[0]!.texts.en).toEqual({
			title: 'Paper jam',
			summary: 'The printer stops.',
			keywords: ['jam', 'paper'],
			steps: [
				{ text: 'Open the lid.', html: null, caution: null },
				{ text: 'Pull the paper out.', html: null, caution: 'Do not tear it.' }
			],
			ending: { title: 'If it does not help', text: 'Report the number.', html: '<i>Report the **number**.</i>' }
		});
	});

	it.each(planted)('says %s', (code, changes) => {
		const { guides, problems } = importing(changes);
		expect(problems.map((problem) => problem.code)).toContain(code);
		expect(guides).toHaveLength(importProblems[code] === 'refused' ? 0 : 1);
		if (importProblems[code] === 'warning') expect(problems.filter(isRefusal)).toEqual([]);
	});

	it('takes a video with its captions and its poster, whatever its file is called', () => {
		const { problems, videos } = importing(filmed({ 'video.webm': null, 'video.mp4': video }));
		expect(problems).toEqual([]);
		expect(videos).toEqual([
			{
				sources: [{ kind: 'webm', type: 'video/webm; codecs="vp9"', bytes: video }],
				poster,
				captions: Object.fromEntries(languages.map((lang) => [lang, spoken])),
				seconds: 4
			}
		]);
	});

	it('asks for captions only in the languages that the guide has', () => {
		const { problems } = importing(filmed({ 'ko.md': null, 'video.ko.vtt': null }));
		expect(problems.map(({ code }) => code)).toEqual(['language_missing']);
	});

	it('refuses both of two folders that differ in case', () => {
		const both = [...Object.entries(sound)].flatMap(([name, content]) =>
			['Paper-Jam', 'paper-jam'].map((folder) => ({ path: `${folder}/${name}`, bytes: encode(String(content)) }))
		);
		const { folders, problems } = guideFolders(both);
		expect(folders).toEqual([]);
		expect(problems.map(({ code }) => code)).toEqual(['folder_case', 'folder_case']);
	});

	it('plants every code of the table', () => {
		const codes = new Set<string>([...planted.map(([code]) => code), 'folder_case']);
		expect(Object.keys(importProblems).filter((code) => !codes.has(code))).toEqual([]);
	});

	it.each<[string, Record<string, string | Uint8Array>]>([
		['a BOM', { 'da.md': `\ufeff${markdown()}`, 'guide.json': `\ufeff${JSON.stringify(facts)}` }],
		['CRLF', { 'da.md': markdown().replaceAll('\n', '\r\n') }],
		['litter', { '.DS_Store': 'x', 'Thumbs.db': 'x', 'da.md~': 'x', '._da.md': 'x', 'desktop.ini': 'x' }]
	])('is silent about %s', (_, changes) => {
		const { guides, problems } = importing(changes);
		expect(problems).toEqual([]);
		expect(guides[0]!.texts.da!.steps).toHaveLength(2);
	});

	it('names every reason of a folder at once', () => {
		const { problems } = importing({
			...json({ service: 'coffee', audience: ['all', 'x'], minutes: 0 }),
			'da.md': 'x',
			'sv.md': markdown('1. One')
		});
		expect(problems.map(({ code }) => code).sort()).toEqual(
			['audience_unknown', 'field_invalid', 'front_matter_unreadable', 'service_unknown', 'steps_unequal'].sort()
		);
	});

	it('reads Windows-1252 as it was meant', () => {
		const bytes = Uint8Array.from(markdown('1. Åbn låget.\n2. Træk.'), (c) => c.charCodeAt(0));
		expect(importing({ 'da.md': bytes }).guides[0]!.texts.da!.steps[0]!.text).toBe('Åbn låget.');
	});
});

it('has a row in docs/import.md for every code', () => {
	const rows = readFileSync('docs/import.md', 'utf8').match(/^\|.*\|$/gm) ?? [];
	for (const [code, level] of Object.entries(importProblems))
		expect(
			rows.some((row) => row.includes(`\`${code}\``) && row.includes(`| ${level} |`)),
			code
		).toBe(true);
});
