import { arc, BG, body, c, dot, fill, GREEN, INK, ink, p, PAPER, rays, RED } from './pen.ts';

// What is no thing: ground and walls, lamps, arrows, waves, time.

const lamp = (colour: string, q = 6) => `<circle cx="0" cy="0" r="${q}" fill="${colour}"/>`;
const clock = body(c(0, 0, 30)) + p('M0-19V0l12 8') + p('M0-30v4M30 0h-4M0 30v-4M-30 0h4');

export const signs = {
	ground: fill(p('M-300 150h928v400h-928z'), PAPER),
	'ground-line': p('M-300 150h928'),
	wall: body(p('M0-400h700v900H0z')),
	'button-held':
		`<g stroke="${INK}" stroke-width="4">${p(arc(25, 0, 250))}</g><g stroke-width="2" stroke-dasharray="1 6">${p(arc(25, 262, 352))}</g>` +
		body(c(0, 0, 13)),
	power: `<g stroke="${INK}" stroke-width="3">${p('M-6-5.500a8.500 8.500 0 1 0 12 0M0-11v10')}</g>`,
	'light-green': lamp(GREEN) + ink(p(rays(11, 6)), 2.5),
	'light-red':
		lamp(RED) + `<g stroke="${RED}" stroke-width="2.500">${p('M-12-12l-4-4M12-12l4-4M-12 12l-4 4M12 12l4 4')}</g>`,
	'light-blink':
		`<circle cx="0" cy="0" r="6" fill="${PAPER}"/>` +
		fill(p('M0-6a6 6 0 0 1 0 12z'), RED) +
		`<g stroke="${RED}" stroke-width="2.500" stroke-dasharray="2 5">${c(0, 0, 13)}</g>`,
	'light-off': `<circle cx="0" cy="0" r="6" fill="${PAPER}"/>`,
	'scan-beam': `<path d="M0 0L-44 92H44z" fill="${RED}" fill-opacity=".16" stroke="none"/><g stroke="${RED}" stroke-width="2.500">${p('M0 0L-44 92M0 0L44 92')}</g>`,
	'waves-tap': ink(p('M0-9a13 13 0 0 1 0 18M9-17a25 25 0 0 1 0 34M18-25a37 37 0 0 1 0 50')),
	wifi: ink(p('M-24-14a34 34 0 0 1 48 0M-14-4a20 20 0 0 1 28 0')) + fill(c(0, 8, 4.5), INK),
	'wifi-weak':
		`<g stroke-dasharray="2 7">${p('M-24-14a34 34 0 0 1 48 0M-14-4a20 20 0 0 1 28 0')}</g>` + dot([0, 8, 4.5]),
	bluetooth: ink(p('M-8-8L8 8 0 16v-32l8 8L-8 8')),
	clock: clock,
	'clock-arc': `<path d="${arc(37, 0, 250)}" stroke="${INK}" stroke-width="5"/>` + clock,
	check: `<circle cx="0" cy="0" r="19" fill="${INK}" stroke="${BG}" stroke-width="4"/><path d="M-8 0l6 7 11-13" stroke="${PAPER}" stroke-width="4"/>`,
	arrow: ink(p('M-28 0h52M14-11L25 0 14 11'), 4),
	turn: ink(p('M-22 8A24 24 0 1 1 0 24M-34 0l12 9 10-11'), 4),
	motion: ink(p('M0 0c-5 6-8 12-8 20M12-8c-4 4-7 8-8 12'), 2.5),
	click: ink(p('M0-12v-12M10-8l8-9M-10-8l-8-9'), 3),
	scratch: ink(p('M-13 8L-2-9 2 8 12-9'), 5),
	'lamp-on': lamp(GREEN, 4),
	nub: `<rect x="-4" y="-13" width="8" height="26" rx="3" fill="${INK}" stroke="${INK}"/>`,
	bolt: fill(p('M3-20l-15 24h10l-3 17 15-24H0z'), '#fffdf8')
};

/** How long something is held: the arc is the time, the dotted rest what is left of the circle. */
export const held = (q: number, to = 240) =>
	`<g stroke="${INK}" stroke-width="5">${p(arc(q, 0, to))}</g><g stroke-width="2.5" stroke-dasharray="1 7">${p(arc(q, Math.min(to + 14, 351), 352))}</g>`;

/** The sign of power on a black screen. */
export const powerOnBlack = (width: number) =>
	signs.power.replaceAll(INK, '#fffdf8').replace('stroke-width="3"', `stroke-width="${width}"`);
