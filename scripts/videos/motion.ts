// Time in a shot runs from 0 to 1. A shot is a function of it, so that the same script always draws the same video.

/** How far something is that begins at `from` and is done at `to`: 0 before, 1 after, gently in between. */
export function passed(t: number, from = 0.15, to = 0.7): number {
	const u = Math.min(Math.max((t - from) / (to - from), 0), 1);
	return u * u * (3 - 2 * u);
}

export const between = (a: number, b: number, u: number): number => a + (b - a) * u;

/** There and back, `times` times in a shot. */
export const sway = (t: number, size: number, times: number): number => size * Math.sin(t * times * 2 * Math.PI);

export const when = (isSo: boolean, svg: string): string => (isSo ? svg : '');
