import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { locales } from '../locale.ts';
import { readCaptions } from './captions.ts';

it.each([
	['WEBVTT\n\n00:00.000 --> 00:04.500\nPress.', [{ from: 0, to: 4.5, text: 'Press.' }]],
	[
		'WEBVTT - title\n\nfirst\n01:00:00.000 --> 01:00:01.000 line:0\nTwo\nlines',
		[{ from: 3600, to: 3601, text: 'Two\nlines' }]
	],
	['WEBVTT\n\nNOTE nothing said\n', null],
	['WEBVTT\n\n00:00.000 --> 00:04.000\n\n', null],
	['1\n00:00:00,000 --> 00:00:04,000\nSubRip', null],
	['', null]
])('%#', (text, cues) => expect(readCaptions(text)).toEqual(cues));

const root = 'content/guides';
const filmed = readdirSync(root).filter((id) => readdirSync(`${root}/${id}`).includes('video.webm'));

it('of the starter videos say the same at the same time in five languages, and a video is small and short', () => {
	expect(filmed.length).toBeGreaterThanOrEqual(6);
	for (const id of filmed) {
		const cues = locales.map((locale) => readCaptions(readFileSync(`${root}/${id}/video.${locale}.vtt`, 'utf8'))!);
		const times = cues.map((of) => of.map(({ from, to }) => [from, to]));
		expect(new Set(times.map((of) => JSON.stringify(of))).size, id).toBe(1);
		expect(cues[0]!.at(-1)!.to, id).toBeLessThanOrEqual(20);
		for (const ending of ['webm', 'mp4'])
			expect(readFileSync(`${root}/${id}/video.${ending}`).length, id).toBeLessThanOrEqual(300_000);
	}
});
