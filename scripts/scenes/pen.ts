// The hand that draws scenes: 2.5 px round strokes, paper printed 3 px right and down of its line, accent only on what a
// step is about. Everything is a piece of SVG as text; a part is drawn round 0 0.

export const BG = 'var(--accent-subtle, #d3e5d9)';
export const PAPER = 'var(--surface-raised, #fffdf8)';
export const TINT = 'var(--drawing-fill, #d3e5d9)';
export const INK = 'var(--accent, #0f4c3a)';
export const RED = '#e0483c';
export const GREEN = '#2f9e5c';

export const r = (x: number, y: number, w: number, h: number, q = 0) =>
	`<rect x="${x}" y="${y}" width="${w}" height="${h}"${q ? ` rx="${q}"` : ''}/>`;
export const c = (x: number, y: number, q: number) => `<circle cx="${x}" cy="${y}" r="${q}"/>`;
export const p = (d: string) => `<path d="${d}"/>`;
export const fill = (s: string, colour: string) => `<g fill="${colour}" stroke="none">${s}</g>`;
export const ink = (s: string, width = 3) => `<g stroke="${INK}" stroke-width="${width}">${s}</g>`;
export const dot = (...points: number[][]) =>
	fill(points.map(([x = 0, y = 0, q = 3]) => c(x, y, q)).join(''), 'currentColor');

/** A body: opaque, its paper out of register, its line. */
export const body = (s: string, colour = PAPER) =>
	`${fill(s, BG)}<g fill="${colour}" stroke="none" transform="translate(3 3)">${s}</g>${s}`;

const rounded = (n: number) => Number(n.toFixed(2));

/** The part at a place, turned by degrees; its stroke stays 2.5 whatever its size. `flip` mirrors it. */
export function at(x: number, y: number, s: string, turn = 0, size = 1, flip = 0): string {
	const scale = size !== 1 || flip ? ` scale(${flip ? -size : size} ${size})` : '';
	const width = size !== 1 ? ` stroke-width="${rounded(2.5 / size)}"` : '';
	const rotate = turn ? ` rotate(${rounded(turn)})` : '';
	return `<g transform="translate(${rounded(x)} ${rounded(y)})${rotate}${scale}"${width}>${s}</g>`;
}

const polar = (q: number, degrees: number) => {
	const a = (degrees * Math.PI) / 180;
	return [q * Math.sin(a), -q * Math.cos(a)].map((n) => Number(n.toFixed(1)));
};

/** Clockwise from twelve o'clock. */
export function arc(q: number, from: number, to: number): string {
	const [x, y] = polar(q, from);
	const [u, v] = polar(q, to);
	return `M${x} ${y}A${q} ${q} 0 ${to - from > 180 ? 1 : 0} 1 ${u} ${v}`;
}

export const rays = (q: number, length = 7): string =>
	[0, 60, 120, 180, 240, 300].map((a) => `M${polar(q, a).join(' ')}L${polar(q + length, a).join(' ')}`).join('');
