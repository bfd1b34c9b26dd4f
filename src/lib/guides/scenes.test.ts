import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { starterGuides } from './fixtures.ts';
import { sceneOf, scenes } from './scenes.ts';

it('lists exactly the pictures that are served', () => {
	const served = readdirSync('static/scenes');
	expect(scenes.map((name) => `${name}.svg`)).toEqual(served.sort());
});

it('has words in five languages for each picture', () => {
	for (const locale of ['da', 'nb', 'sv', 'ko', 'en']) {
		const words = JSON.parse(readFileSync(`messages/scenes/${locale}.json`, 'utf8'));
		expect(Object.keys(words)).toEqual(scenes.map((name) => `scenes_${name.replaceAll('-', '_')}`));
	}
});

it('shows a picture on a step of at least 40 guides, and each one that a guide names', () => {
	const pictured = starterGuides().filter(({ pictures }) => pictures);
	expect(pictured.length).toBeGreaterThanOrEqual(40);
	for (const guide of pictured)
		for (const [step, name] of Object.entries(guide.pictures!)) {
			expect(sceneOf(guide, Number(step)), `${guide.id} ${step}`).toBe(name);
			expect(guide.texts.da!.steps.length, guide.id).toBeGreaterThanOrEqual(Number(step));
		}
});

it('draws no picture that no guide shows', () => {
	const shown = new Set(starterGuides().flatMap(({ pictures }) => Object.values(pictures ?? {})));
	expect(scenes.filter((name) => !shown.has(name))).toEqual([]);
});

it('shows nothing for a step without a picture and for one that this build does not know', () => {
	expect(sceneOf({ pictures: { 1: 'knock' } }, 2)).toBeUndefined();
	expect(sceneOf({ pictures: { 1: 'from-a-newer-build' } }, 1)).toBeUndefined();
	expect(sceneOf({}, 1)).toBeUndefined();
});
