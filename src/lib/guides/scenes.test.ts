import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { starterGuides } from './fixtures.ts';
import { sceneOf, scenes } from './scenes.ts';

it('lists exactly the pictures that are served', () => {
	const served = readdirSync('static/scenes').filter((name) => name.endsWith('.svg'));
	expect(scenes.map((name) => `${name}.svg`).sort()).toEqual(served.sort());
});

it('has pictures only for steps that exist', () => {
	const steps = new Map(starterGuides().map(({ id, texts }) => [id, texts.da!.steps.length]));
	for (const scene of scenes) {
		const [id, step] = scene.split('.');
		expect(steps.get(id!), scene).toBeGreaterThanOrEqual(Number(step));
	}
	expect(sceneOf('handheld-cradle', 5)).toBe('handheld-cradle.5');
	expect(sceneOf('handheld-cradle', 2)).toBeUndefined();
});
