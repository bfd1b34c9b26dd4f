import { at, body, c, INK, ink, p, r, TINT } from './pen.ts';

// Hands have no skin colour (paper) and a tinted sleeve; the tip of the finger is 0 0, the sleeve runs out of the picture.

const sleeve = (x: number, w: number, y: number) =>
	body(r(x, y, w, 15, 5)) + body(p(`M${x + 4} ${y + 15}h${w - 8}l6 150h${-w - 4}z`), TINT);

/** Thumb and finger tips in front of a device that is `half` as wide as it is. */
const holdFront = (half: number) =>
	body(
		p(
			`M${-half - 20} 34C${-half - 22} 12 ${-half - 16}-6 ${-half - 6}-18a8 8 0 0 1 14 8C${-half + 4} 4 ${-half + 2} 16 ${-half + 2} 32`
		)
	) + [-2, 13, 28].map((y) => body(r(half - 9, y, 20, 14, 7))).join('');

const person = body(p('M-44 62c0-40 18-54 44-54s44 14 44 54z'), TINT) + body(c(0, -22, 24));

export const hands = {
	'hand-press':
		sleeve(-3, 54, 112) +
		body(
			p(
				'M-9 60V9a9 9 0 0 1 18 0v31a8 8 0 0 1 16 0v4a7.500 7.500 0 0 1 15 0v5a7 7 0 0 1 14 0v26c0 14-7 24-9 37H3C2 100-12 84-29 64c-8-10 5-20 13-11z'
			)
		) +
		p('M9 40v14M25 44v12M40 49v10'),
	'hand-pull':
		body(r(98, -12, 15, 64, 5)) +
		body(p('M113-8h150v56H113z'), TINT) +
		body(p('M6 0a8 8 0 0 1 0-16h36c16 0 26 8 38 9l18 2v50l-22-2c-14 7-32 8-44 1-8-5-9-17-4-28H6A8 8 0 0 1 6 0z')) +
		p('M6 0h34c7 0 10 5 9 11M32 44c-3-9-1-15 3-21M48 47c-4-7-3-15 1-21'),
	'hand-knock':
		body(r(70, -20, 15, 58, 5)) +
		body(p('M85-16h150v50H85z'), TINT) +
		body(
			p('M6-26a8 8 0 0 1 15 0l2 4 47 4v52c-14 5-32 6-46 2a9 9 0 0 1-14-8 9 9 0 0 1-6-13 9 9 0 0 1-1-14A9 9 0 0 1 6-26z')
		) +
		p('M3-15h17a7 7 0 0 1 0 14H4M8 15h16M12 28h14M21-22c10 2 18 6 24 14'),
	'hand-hold-back': body(p('M-26 150C-28 104-56 84-54 34c6-14 96-30 104 0 0 44-24 62-24 116z')),
	'hand-hold-front': holdFront(32),
	cloth:
		body(p('M-34-26H30a5 5 0 0 1 5 5V12L17 30H-34a5 5 0 0 1-5-5V-21a5 5 0 0 1 5-5z')) +
		`<path d="M35 12H22a5 5 0 0 0-5 5V30z" fill="${TINT}"/>` +
		`<path d="M-31-18H27M-31 22H9M-31-18V22" stroke="${INK}" stroke-width="2" stroke-dasharray="4 5"/>`,
	person: person,
	'person-calling':
		person +
		at(24, -16, `<rect x="-8" y="-20" width="16" height="40" rx="5" fill="${INK}" stroke="${INK}"/>`, 14) +
		ink(p('M42-34a17 17 0 0 1 0 28M52-44a32 32 0 0 1 2 46'))
};
