import { at, body, c, fill, INK, ink, p, r, TINT } from './pen.ts';
import { P, plugIn, scene, wallRight } from './parts.ts';

// Checkout, receiving goods, shelves.
const bottle = body(
	p(
		'M-62-18h62c12 0 16 9 28 9h22a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-22c-12 0-16 9-28 9h-62a7 7 0 0 1-7-7v-22a7 7 0 0 1 7-7z'
	)
);

export const shop = {
	'roll-lid-open': scene(
		at(138, 150, P['printer-open'], 0, 1.08) + at(185.5, 113, ink(c(0, 0, 10), 3)),
		at(60, 74, ink(p('M0 30C-6 4 4-22 24-36M8-36l17-1-2 17'), 4)) + at(193, 121, P['hand-press'], -42, 0.86)
	),
	'roll-scratch': scene(
		at(72, 96, P['paper-roll'], 0, 1.3) + at(116, 134, body(p('M0 0h90c12 0 18-7 18-16V-77H0z'))),
		at(166, 98, P.scratch, 0, 1.5) + at(188, 84, P['hand-press'], -62, 0.92)
	),
	'roll-put-in': scene(
		at(104, 94, P['roll-side'], 0, 1.1) + at(104, 150, P['printer-open'], 0, 1.08),
		at(104, 94, ink(p('M-28 0A28 28 0 0 1 0-28H34C64-28 66 6 96 40'), 4.5)) +
			at(196, 130, P['hand-pull'], 16, 0.84) +
			at(218, 76, P.arrow, 44)
	),
	'roll-lid-close': scene(
		at(134, 150, P['receipt-printer'], 0, 1.12),
		at(181, 132, P['light-green']) +
			at(228, 56, P.arrow, 90) +
			at(138, 74, P['hand-press'], 146) +
			at(182, 72, P.click, 40)
	),
	'terminal-cable': scene(
		at(96, 89, P.terminal, 0, 1.02),
		at(135, 118, `<g transform="scale(-1 1)">${body(r(-30, -11, 22, 22, 5)) + ink(p('M-8-5h10M-8 5h10'), 3)}</g>`) +
			`<path d="M166 118c22 0 20 44 46 44h300" stroke="${INK}" stroke-width="4"/>` +
			at(196, 76, P.arrow, 180) +
			at(162, 120, P['hand-pull'], 8, 0.84)
	),
	'plug-out-and-wait': scene(
		wallRight,
		plugIn(196) +
			at(156, 82, P['hand-pull'], 0, 0.98, 1) +
			at(56, 40, P['clock-arc'], 0, 0.8) +
			at(196, 34, P.arrow, 180),
		0
	),
	'card-tap': scene(
		at(104, 90, P.terminal, 0, 1.02),
		at(170, 62, P['waves-tap'], 180) +
			at(212, 66, P.card, -14, 1.1) +
			at(236, 80, P['hand-pull'], 14, 0.84) +
			at(104, 59, `<path d="M-11 0l8 9 15-17" stroke="${INK}" stroke-width="5"/>`)
	),
	'card-insert': scene(
		'',
		at(124, 128, P.card, 90, 1) +
			at(124, 62, P.terminal, 0, 0.96) +
			at(62, 108, P.arrow, -90) +
			at(140, 142, P['hand-pull'], 14, 0.84),
		0
	),
	'cutter-wheel': scene(
		at(138, 150, P['printer-open'], 0, 1.08),
		at(
			164,
			84,
			body(c(0, 0, 15)) + c(0, 0, 5) + p('M0-15v-5M0 15v5M15 0h5M-15 0h-5M11-11l3-3M-11-11l-3-3M11 11l3 3M-11 11l-3 3')
		) +
			at(178, 88, P['hand-press'], -62, 0.84) +
			at(164, 34, P.turn, 0, 0.7)
	),
	'drawer-key': scene(
		at(130, 150, body(r(-110, -76, 220, 76, 8)) + p('M-110-60h220M-60-18h120') + body(c(0, -38, 12)) + p('M0-44v12')),
		at(202, 112, P.key, 0, 1, 1) + at(206, 114, P['hand-pull'], 6, 0.84) + at(130, 44, P.turn, 0, 0.7)
	),
	'plate-empty': scene(
		at(130, 150, body(p('M-66 0l8-34h116l8 34z')) + body(r(-84, -48, 168, 14, 5)) + r(-20, -24, 40, 14, 3)),
		at(130, 54, body(r(-24, -32, 48, 64, 6)) + p('M-24-12h48')) +
			at(158, 62, P['hand-pull'], 4, 0.84) +
			at(60, 62, P.arrow, -90)
	),
	'bubble-level': scene(
		body(r(176, 96, 200, 26, 6)) + body(r(222, 122, 12, 14)) + body(r(210, 136, 36, 13, 4)),
		at(88, 76, body(c(0, 0, 52)) + c(0, 0, 19) + fill(c(0, 0, 12), INK)) +
			at(244, 140, P['hand-pull'], -12, 0.8) +
			at(228, 54, P.turn, 0, 0.7)
	),
	'pallet-scan': scene(
		at(
			196,
			150,
			body(r(0, -118, 92, 100, 4)) +
				p('M0-68h92M46-118v50') +
				body(r(-6, -18, 104, 7, 2)) +
				p('M4-11v11M46-11v11M88-11v11')
		),
		at(118, 66, P['scan-beam'], -69, 1.16) + at(238, 106, P.barcode, 0, 0.8) + at(66, 46, P.handheld, 111, 0.92)
	),
	'label-scan': scene(
		body(r(214, 28, 44, 66, 9)) +
			body(r(224, 14, 24, 14, 4)) +
			body(r(270, 40, 40, 54, 5)) +
			body(r(180, 94, 300, 38, 4)),
		at(112, 58, P['scan-beam'], -66, 1.2) + at(238, 113, P.barcode, 0, 0.62) + at(60, 40, P.handheld, 114, 0.88)
	),
	'label-over-barcode': scene(
		body(r(50, 34, 148, 116, 8)) + p('M68 54h36M68 66h22'),
		at(124, 112, P.barcode) +
			at(150, 92, body(r(-42, -26, 84, 52, 6)) + at(0, 0, P.arrow, 90, 0.7), 9) +
			at(186, 104, P['hand-press'], -62, 0.86) +
			at(226, 42, P.arrow, 142)
	),
	'belt-printer-scan': scene(
		at(246, 98, body(r(-18, -70, 36, 26, 3)) + body(r(-44, -50, 88, 98, 14)) + p('M-30-34h60')),
		at(118, 66, P['scan-beam'], -69, 1.1) + at(240, 108, P.barcode, 0, 0.72) + at(66, 46, P.handheld, 111, 0.92)
	),
	'bottle-in': scene(
		at(216, 0, P.wall) +
			at(
				216,
				80,
				body('<ellipse cx="0" cy="0" rx="15" ry="42"/>') + `<ellipse cx="0" cy="0" rx="8" ry="31" fill="${TINT}"/>`
			),
		at(132, 80, bottle) + at(86, 84, P['hand-pull'], 0, 0.98, 1) + at(140, 26, P.arrow),
		0
	),
	'display-cable': scene(
		body(p('M244 126h36v24h-36z')) + body(r(206, 22, 160, 104, 10)) + at(206, 92, P['socket-side'], 0, 0.8),
		at(182, 92, P.plug, 0, 0.9) +
			at(146, 92, P['hand-pull'], 0, 0.9, 1) +
			at(140, 36, P.arrow) +
			at(194, 46, P.click, -16)
	)
};
