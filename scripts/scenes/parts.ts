import { at } from './pen.ts';
import { hands } from './hands.ts';
import { signs } from './signs.ts';
import { things } from './things.ts';

export const P = { ...hands, ...signs, ...things };

/** What stands on the ground, then its line, then what is in front. */
export const scene = (back: string, front = '', hasGround = 1): string =>
	hasGround ? P.ground + back + P['ground-line'] + front : back + front;

export const plugIn = (x: number) => at(x, 82, P.plug);
export const wallRight = at(262, 0, P.wall) + at(262, 82, P['socket-side']);
