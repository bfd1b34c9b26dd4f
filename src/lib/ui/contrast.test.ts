import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// WCAG 2 contrast of every pair of ink and paper that the screens use, in the four themes.

const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
const more = css.slice(css.indexOf(":root[data-contrast='more']"));

type Pair = [light: string, dark: string];
const roles = (part: string): Record<string, Pair> =>
	Object.fromEntries(
		[...part.matchAll(/--([\w-]+):\s*light-dark\(\s*(#\w{6}),\s*(#\w{6})\s*\)/g)].map(([, name, light, dark]) => [
			name,
			[light, dark]
		])
	);

const normal = roles(css.slice(0, css.length - more.length));
const sets = { normal, more: { ...normal, ...roles(more) } };

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: string, b: string): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

const papers = ['surface', 'surface-raised', 'surface-sunken'];
const pairs: [ink: string, paper: string, least: number][] = [
	...papers.flatMap((paper): [string, string, number][] => [
		['text', paper, 12],
		['text-muted', paper, 7],
		['accent', paper, 7],
		['border-strong', paper, 3],
		['focus', paper, 3]
	]),
	['text', 'accent-subtle', 12],
	['text-muted', 'accent-subtle', 7],
	['on-accent', 'accent', 7],
	['on-accent', 'accent-strong', 7],
	['on-accent-subtle', 'accent-subtle', 7],
	...['info', 'success', 'warning', 'danger'].flatMap((kind): [string, string, number][] => [
		[kind, 'surface', 7],
		[kind, 'surface-raised', 7],
		[kind, 'surface-sunken', 4.5],
		[kind, `${kind}-subtle`, 4.5],
		['text', `${kind}-subtle`, 10],
		['text-muted', `${kind}-subtle`, 7],
		[`on-${kind}`, kind, 7]
	])
];

describe.each(Object.entries(sets))('contrast %s', (_, set) => {
	it.each(pairs)('%s on %s is at least %d', (ink, paper, least) => {
		for (const theme of [0, 1] as const) {
			const [front, back] = [set[ink]?.[theme], set[paper]?.[theme]];
			if (!front || !back) throw new Error(`no token for ${ink} or ${paper}`);
			expect(ratio(front, back), `${theme ? 'dark' : 'light'} ${front} on ${back}`).toBeGreaterThanOrEqual(least);
		}
	});
});

it('knows the two ends of the scale', () => {
	expect(ratio('#000000', '#ffffff')).toBeCloseTo(21);
	expect(ratio('#777777', '#777777')).toBe(1);
});
