import { at, body, dot, ink, p, r, TINT } from './pen.ts';
import { P, scene } from './parts.ts';

// Printers and what lies about.
const toner = body(r(-84, -22, 168, 44, 10)) + p('M-62-6h96M-62 6h60') + body(r(50, -14, 22, 28, 6), TINT);

export const office = {
	'paper-tray-out': scene(
		at(134, 150, P.printer, 0, 1.05),
		at(134, 150, body(p('M-55-20h110l14 46H-69z')) + ink(p('M-55-20L-69 26H69L55-20'), 3) + p('M-14 12h28')) +
			at(196, 158, P['hand-pull'], -12, 0.84) +
			at(250, 84, ink(p('M6-34C20-12 18 12 2 26M-2 10l3 17 17-3'), 4))
	),
	'jam-pull': scene(
		at(164, 112, P.sheet, 90, 0.9) + at(82, 150, P.printer),
		at(208, 90, P['hand-pull'], -8, 0.8) + at(208, 138, P['hand-pull'], 8, 0.8) + at(206, 38, P.arrow)
	),
	'paper-stack': scene(
		at(96, 150, P.printer, 0, 1.05),
		at(196, 136, at(0, -8, P.pile) + P.tray + ink(p('M-50-24l16-16h84'), 3)) +
			at(240, 66, P.arrow) +
			at(254, 138, P['hand-pull'], -4, 0.72)
	),
	'glass-wipe': scene(
		body(p('M70 92L92-30h150L222 92z')) + body(p('M50 116l22-24h150l18 24z'), TINT) + body(r(44, 116, 204, 33, 8)),
		at(150, 100, P.cloth, -8, 0.8) + at(178, 106, P['hand-press'], -56, 0.84) + at(104, 78, P.motion)
	),
	'toner-rock': scene(
		'',
		at(128, 92, toner, -8) +
			at(196, 84, P['hand-pull'], -6, 0.84) +
			at(88, 36, P.arrow, 172, 0.9) +
			at(164, 26, P.arrow, -8, 0.9)
	),
	'toner-push': scene(
		at(104, 150, P.printer, 0, 1.24) + `<rect x="60" y="92" width="136" height="46" rx="6" fill="${TINT}"/>`,
		at(158, 115, toner, 0, 0.76) +
			at(214, 116, P['hand-pull'], 2, 0.84) +
			at(244, 54, P.arrow, 180) +
			at(168, 62, P.click)
	),
	'usb-envelope': scene(
		body(r(74, 76, 148, 74, 6)) + p('M74 82l74 40 74-40'),
		at(148, 54, body(r(-17, -34, 34, 52, 7)) + body(r(-11, 18, 22, 22, 2)) + dot([-4, 28, 2.5], [4, 28, 2.5])) +
			at(164, 36, P['hand-pull'], -6, 0.84) +
			at(86, 36, P.arrow, 90)
	)
};
