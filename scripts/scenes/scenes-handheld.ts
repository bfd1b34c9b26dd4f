import { at, body, c, dot, INK, ink, p, r, rays, TINT } from './pen.ts';
import { P, plugIn, scene, wallRight } from './parts.ts';
import { held, powerOnBlack } from './signs.ts';

// The handheld and the phone in the hand.
const speaker = p('M-14-6h8l10-9v30l-10-9h-8z') + ink(p('M10-8a11 11 0 0 1 0 16M17-15a21 21 0 0 1 0 30'));
const drop = ink(p('M0-12c7 9 9 13 9 17a9 9 0 0 1-18 0c0-4 2-8 9-17z'));
const reader = body(r(-42, -54, 84, 110, 14)) + r(-24, 4, 48, 34, 6);
const badge = body(r(-27, -38, 54, 76, 8)) + c(0, -8, 9) + p('M-15 22c0-12 6-18 15-18s15 6 15 18M-8-28h16');
const blackPhone =
	body(r(-33, -64, 66, 128, 12)) + `<rect x="-26" y="-52" width="52" height="100" rx="5" fill="#13211b"/>`;
const padlock = `<g stroke="#fffdf8" stroke-width="3">${r(-12, -4, 24, 19, 4) + p('M-7-4v-6a7 7 0 0 1 14 0v6')}</g>`;

export const handheld = {
	'cradle-lamp': scene(
		at(142, 97, P.handheld, 0, 0.8) + at(142, 111, P.cradle, 0, 0.85),
		at(178, 132, P['light-green'], 0, 1.1) + at(70, 74, P.arrow, 90) + at(150, 44, P['hand-press'], -116, 0.86)
	),
	'plug-push-in': scene(
		wallRight,
		plugIn(236) + at(184, 34, P.arrow) + at(196, 82, P['hand-pull'], 0, 0.98, 1) + at(250, 44, P.click, -16),
		0
	),
	'plug-pull-out': scene(
		wallRight,
		plugIn(196) + at(196, 34, P.arrow, 180) + at(156, 82, P['hand-pull'], 0, 0.98, 1),
		0
	),
	'contacts-wipe': scene(
		at(
			26,
			92,
			body(p('M6 58V24a9 9 0 0 1 9-9h13l8 20h48l8-20h13a9 9 0 0 1 9 9v34')) +
				`<path d="M50 35v-7M60 35v-7M70 35v-7" stroke="${INK}" stroke-width="5" stroke-linecap="butt"/>` +
				dot([98, 46, 3.5])
		),
		at(
			238,
			66,
			P.handheld + `<path d="M-18 59v7M0 59v7M18 59v7" stroke="${INK}" stroke-width="7" stroke-linecap="butt"/>`,
			34
		) +
			at(178, 112, P.cloth, -22) +
			at(132, 82, P.motion) +
			at(172, 126, P['hand-press'], -12, 0.8)
	),
	'battery-swap': scene(
		at(112, 88, P.handheld, 0, 0.9) + at(112, 104, P.cradle),
		at(156, 130, P['light-blink'], 0, 1.1) +
			at(250, 92, P['battery-pack'], 0, 1.1) +
			at(202, 60, ink(p('M-26 4C-18-14 4-18 20-4M22-22l-1 19-18-3'), 4))
	),
	'wait-hourglass': scene(
		at(104, 84, P.handheld) +
			at(
				104,
				59,
				`<g stroke-width="3">${p('M-10-13h20M-10 13h20M-7-13c0 8 5 9 7 13 2-4 7-5 7-13M-7 13c0-8 5-9 7-13 2 4 7 5 7 13')}</g>`
			),
		at(222, 80, P['clock-arc'], 0, 1.3)
	),
	'phone-power-menu': scene(
		'',
		at(122, 92, P.phone, 0, 1.2) +
			at(122, 86, P.dialog, 0, 0.78) +
			at(163, 60, P.nub) +
			at(163, 60, held(24)) +
			at(172, 62, P['hand-press'], -78, 0.86)
	),
	'two-buttons': scene(
		at(164, 80, P['handheld-black'], 0, 1.06) + at(164, 52, powerOnBlack(3), 0, 1.4),
		at(203, 56, P.nub) +
			at(125, 66, P.nub) +
			at(212, 57, P['hand-press'], -84, 0.8) +
			at(116, 68, at(0, 0, P['hand-press'], -84, 0.8), 0, 1, 1)
	),
	'charge-and-wait': scene(
		at(104, 84, P['handheld-black']) + at(104, 59, P.bolt),
		`<path d="M104 152c0 16-30 13-60 13h-344" stroke="${INK}" stroke-width="4"/>` +
			at(104, 24, P['lamp-on'] + at(0, 2, P.click, 0, 0.9)) +
			at(226, 80, P['clock-arc'], 0, 1.3)
	),
	'power-hold': scene(
		at(124, 80, P['handheld-black'], 0, 1.06) + at(124, 52, powerOnBlack(3), 0, 1.5),
		at(163, 92, P.nub) +
			at(163, 92, held(30)) +
			at(172, 93, P['hand-press'], -76, 0.9) +
			at(78, 40, ink(p('M0 0c-6 10-6 22 0 32M-12-6c-9 14-9 30 0 44'), 3))
	),
	'battery-put-in': scene(
		at(100, 84, P['handheld-open']),
		at(196, 84, P['battery-pack'], 20) + at(152, 44, P.arrow, -12) + at(218, 100, P['hand-pull'], 22, 0.86)
	),
	'wifi-off-on': scene(
		'',
		at(130, 96, P.phone, 0, 1.5) +
			at(108, 46, P['wifi-weak'], 0, 0.6) +
			at(148, 44, P['toggle-off'], 0, 0.74) +
			at(108, 100, P.wifi, 0, 0.6) +
			at(148, 98, P['toggle-on'], 0, 0.74) +
			at(148, 70, P.arrow, 90, 0.42) +
			at(158, 104, P['hand-press'], -56, 0.86)
	),
	'scanner-wipe': scene(
		'',
		at(128, 102, P.handheld, 0, 1.06) +
			at(128, 36, `<rect x="-24" y="-9" width="48" height="15" rx="6" fill="${INK}" stroke="${INK}"/>`) +
			at(166, 40, P.cloth, -14, 0.9) +
			at(172, 46, P['hand-press'], -64, 0.84) +
			at(86, 14, P.motion)
	),
	'scan-angle': scene(
		'',
		at(123, 72, P['scan-beam'], -69, 1.16) + at(250, 119, P.barcode, 0, 1.1) + at(70, 52, P.handheld, 111, 0.92)
	),
	'volume-up': scene(
		'',
		at(120, 92, P.phone, 0, 1.2) +
			at(116, 88, speaker, 0, 1.2) +
			at(160, 52, P.nub) +
			at(170, 53, P['hand-press'], -78, 0.9) +
			at(58, 52, P.arrow, -90)
	),
	'lens-wipe': scene(
		'',
		at(128, 92, body(r(-36, -68, 72, 130, 14)) + body(c(0, -36, 17)) + c(0, -36, 8), 0, 1.02) +
			at(166, 62, P.cloth, -14, 0.9) +
			at(172, 68, P['hand-press'], -64, 0.84) +
			at(84, 24, P.motion)
	),
	'screen-wipe': scene(
		'',
		at(128, 86, P.handheld, 0, 0.96) +
			at(112, 46, drop, 0, 0.8) +
			at(142, 74, P.cloth, -14, 0.9) +
			at(166, 84, P['hand-press'], -58, 0.84) +
			at(84, 62, P.motion)
	),
	'brightness-slider': scene(
		'',
		at(130, 88, P.phone, 0, 0.96) +
			at(130, 104, ink(c(0, 0, 8) + p(rays(13, 6)))) +
			at(130, 62, p('M-20 0h40') + ink(p('M-20 0h26'), 5) + body(c(8, 0, 8))) +
			at(142, 70, P['hand-press'], -48, 0.86) +
			at(214, 40, P.arrow)
	),
	'device-cracked': scene(
		'',
		at(150, 88, P.handheld + ink(p('M-25-36L-6-26 2-54M-6-26L2-4-25 4M2-4L25-14M2-4l4 22'), 3), -10, 0.92) +
			body(p('M214 148l10-16 10 16zM246 148l6-10 8 10zM84 148l8-13 7 13z'))
	),
	'badge-on-reader': scene(
		at(104, 94, reader),
		at(104, 68, P['light-green'], 0, 1.1) +
			at(166, 92, P['waves-tap'], 180) +
			at(206, 92, badge, -12, 1.1) +
			at(226, 102, P['hand-pull'], 12, 0.84)
	),
	'power-press': scene(
		'',
		at(120, 88, blackPhone + padlock, 0, 0.96) +
			at(152, 60, P.nub) +
			at(162, 61, P['hand-press'], -78, 0.9) +
			at(152, 36, P.click, 24, 0.9)
	),
	'sim-tray': scene(
		'',
		at(110, 88, P.phone, 0, 0.96) +
			at(
				170,
				88,
				body(r(-28, -13, 46, 26, 4)) + `<rect x="-18" y="-7" width="16" height="14" rx="2" fill="${TINT}"/>`
			) +
			at(200, 42, P.arrow) +
			at(188, 92, P['hand-pull'], 4, 0.84)
	),
	'headset-hold': scene(
		'',
		at(
			124,
			84,
			p('M-44 10a44 44 0 0 1 88 0') +
				p('M-44 48c0 16 14 20 30 20') +
				body(r(-58, 4, 26, 46, 11)) +
				body(r(32, 4, 26, 46, 11)),
			0,
			1.1
		) +
			at(74, 112, P['light-blink'], 0, 0.9) +
			at(174, 112, held(22)) +
			at(182, 114, P['hand-press'], -74, 0.86)
	),
	'qr-scan': scene(
		body(p('M226 124h28v26h-28z')) + body(r(170, 26, 140, 98, 10)) + at(240, 75, P.qr, 0, 1.3),
		at(92, 84, P['hand-hold-back']) +
			at(92, 76, P.phone) +
			at(92, 70, P.qr, 0, 0.6) +
			at(92, 70, ink(p('M-22-12v-10h10M12-22h10v10M22 12v10h-10M-12 22h-10v-10'), 3)) +
			at(92, 84, P['hand-hold-front'])
	),
	'cover-neighbours': scene(
		at(112, 112, P.barcode) + at(216, 112, P.barcode),
		at(112, 18, P['scan-beam'], 0, 0.74) +
			at(112, 14, body(r(-26, -30, 52, 36, 9))) +
			at(206, 92, P['hand-press'], -24, 1.1)
	)
};
