import { at, body, c, fill, INK, ink, p, r, TINT } from './pen.ts';
import { P, scene } from './parts.ts';
import { held, powerOnBlack } from './signs.ts';

// Doors, alarms and calls in home care.
const doorLeft = at(-30, 0, body(p('M-300-400h460v900h-460z')));
const shelf =
	body(p('M-34 0v-118h68V0z')) + p('M-34-78h68M-34-40h68M-20-90v-14M-4-90v-18M12-90v-10M-20-50v-16M0-50v-12M18-50v-18');
const microphone = r(-6, -17, 12, 20, 6) + p('M-12-6v1a12 12 0 0 0 24 0v-1M0 7v7M-7 14h14');

export const care = {
	knock: scene(
		at(
			40,
			0,
			body(p('M0-400h128v550H0z')) +
				r(18, 84, 50, 46, 4) +
				at(104, 92, P.lock, 0, 0.62) +
				at(106, 112, P.handle, 180, 0.62)
		),
		at(118, 40, P['hand-knock'], 0, 0.94) + at(100, 42, ink(p('M0-16l-13-8M-6 2h-16M0 20l-13 8'), 4))
	),
	'phone-person': scene(
		at(112, 88, P['person-calling'], 0, 1),
		at(
			236,
			72,
			body(p('M-34-36h68a12 12 0 0 1 12 12v44a12 12 0 0 1-12 12h-56l-22 16v-72a12 12 0 0 1 10-12z')) +
				at(
					2,
					-2,
					ink(p('M-18-10a6 6 0 0 1 5-8l5 0 4 11-5 5c4 8 8 12 15 15l5-5 11 4v6c0 5-4 6-7 6C-3 24-18 10-18-10z'), 3.5)
				)
		)
	),
	'phone-to-lock': scene(
		at(-60, 0, body(p('M-300-400h460v900h-460z'))) + at(112, 82, P.lock),
		at(160, 70, P['waves-tap'], 0, 0.9) +
			at(234, 84, P['hand-hold-back']) +
			at(234, 76, P.phone) +
			at(234, 66, P.bluetooth, 0, 1.2) +
			at(234, 84, P['hand-hold-front']),
		0
	),
	'lock-handle': scene(
		doorLeft + at(106, 74, P.lock, 0, 1.1),
		at(106, 78, P['light-green'], 0, 1.1) +
			at(106, 118, P.handle, 0, 1.1) +
			at(160, 70, P.arrow, -90, 0.9) +
			at(238, 62, P.arrow) +
			at(176, 122, P['hand-pull'], 0, 0.84),
		0
	),
	'key-box-key': scene(
		at(112, 100, P['key-box'], 0, 1.3),
		at(200, 70, `<g stroke="${INK}" stroke-width="3">${P.key}</g>`, 148, 1.2) + at(206, 66, P['hand-pull'], -8, 0.9)
	),
	'lock-batteries': scene(
		at(
			88,
			92,
			body(r(-48, -58, 96, 116, 14)) +
				[-27, 0, 27]
					.map(
						(x) => `<rect x="${x - 11}" y="-36" width="22" height="80" rx="4" fill="${TINT}" stroke-dasharray="3 6"/>`
					)
					.join('')
		),
		[0, 1, 2]
			.map((k) => at(196 + k * 36, 112, P.cell, 0, 1.2) + at(196 + k * 36, 116, fill(r(-12, 12, 24, 22, 3), INK)))
			.join('') + at(168, 46, ink(p('M34 22C30-8-6-18-28 4M-30-14l0 20 20 0'), 4))
	),
	'walk-for-signal': scene(
		at(58, 150, shelf) + at(292, 150, shelf) + at(176, 104, P.person, 0, 0.74),
		at(176, 36, P.wifi, 0, 1.2) + at(122, 112, P.arrow, 0, 0.72)
	),
	'key-box-turn': scene(
		'',
		at(130, 92, P['key-box'], 0, 1.3) +
			at(130, 126, body(c(0, 0, 13)) + p('M0-8v16')) +
			at(144, 128, P['hand-press'], -66, 0.86) +
			at(228, 48, P.turn, 0, 0.8)
	),
	'pendant-press': scene(
		'',
		at(
			132,
			84,
			p('M-56-130C-40-60-14-44 0-30M56-130C40-60 14-44 0-30') + body(r(-36, -32, 72, 76, 24)) + fill(c(0, 6, 18), INK),
			0,
			1.1
		) +
			at(74, 92, P['waves-tap'], 180, 0.9) +
			at(140, 98, P['hand-press'], -46, 0.9)
	),
	'tablet-power': scene(
		'',
		at(
			136,
			96,
			body(r(-88, -54, 176, 108, 12)) + `<rect x="-74" y="-42" width="148" height="84" rx="5" fill="#13211b"/>`
		) +
			at(136, 96, powerOnBlack(3), 0, 1.8) +
			at(228, 74, P.nub) +
			at(228, 74, held(26)) +
			at(238, 76, P['hand-press'], -76, 0.86)
	),
	'bed-sensor': scene(
		body(r(36, 34, 12, 116, 4)) +
			body(r(286, 70, 12, 80, 4)) +
			body(r(48, 106, 238, 14, 4)) +
			body(r(48, 72, 238, 34, 9), TINT) +
			body(r(56, 52, 66, 24, 11)),
		fill(r(132, 99, 70, 11, 5), INK) +
			`<path d="M202 105c22 0 8 34 40 34h14" stroke="${INK}" stroke-width="3"/>` +
			body(r(256, 128, 22, 21, 4)) +
			at(168, 40, P.arrow, 90, 0.9)
	),
	'mic-off': scene(
		'',
		at(124, 92, P.phone, 0, 1.2) +
			at(124, 84, body(c(0, 0, 27)) + microphone + ink(p('M-17-17L17 17'), 4)) +
			at(144, 98, P['hand-press'], -60, 0.88) +
			at(190, 52, P.click, 40)
	)
};
