import { body, c, dot, fill, INK, p, PAPER, r, TINT } from './pen.ts';

// Things of a shop, of home care and of an office.

const device = (w: number, h: number, q: number, inner: string) => body(r(-w / 2, -h / 2, w, h, q)) + inner;
const keys = (y: number) => dot([-15, y], [0, y], [15, y], [-15, y + 14], [0, y + 14], [15, y + 14]);

export const things = {
	plug: p('M-96 0h52') + body(r(-46, -9, 12, 18, 3)) + body(r(-34, -19, 34, 38, 7)) + p('M0-9h22M0 9h22M-24-9v18'),
	socket:
		body(r(-34, -34, 68, 68, 12)) +
		`<circle cx="0" cy="0" r="25" fill="${TINT}"/>` +
		dot([-9, -4, 3.5], [9, -4, 3.5]) +
		p('M-9 9a10 10 0 0 0 18 0z'),
	'socket-side': body(r(-14, -34, 14, 68, 5)) + `<g stroke-width="2">${p('M-14-9h9M-14 9h9')}</g>`,
	cable: p('M0 0c-30 0-30 40-60 40s-40-30-70-30'),
	battery:
		body(r(-30, -20, 56, 40, 7)) +
		body(p('M26-8h4a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4h-4z')) +
		fill(r(-22, -12, 26, 24, 3), INK),
	'battery-pack':
		body(r(-22, -34, 44, 68, 6)) +
		`<g stroke="${INK}" stroke-width="6" stroke-linecap="butt">${p('M-12-34v9M0-34v9M12-34v9')}</g>` +
		`<g stroke-width="2.500">${p('M-7 8h14M0 1v14')}</g>`,
	cell: body(r(-10, -30, 20, 60, 4)) + body(r(-4, -36, 8, 6, 2)) + p('M-10-14h20') + p('M-4 6h8M0 2v8'),
	cradle: body(p('M-62 46V8a10 10 0 0 1 10-10H52A10 10 0 0 1 62 8v38z')),
	handheld: device(
		70,
		132,
		15,
		`<rect x="-25" y="-54" width="50" height="58" rx="5" fill="${TINT}"/>` + keys(18) + p('M-16 53h32')
	),
	'handheld-black': device(
		70,
		132,
		15,
		`<rect x="-25" y="-54" width="50" height="58" rx="5" fill="#13211b"/>` + keys(18) + p('M-16 53h32')
	),
	phone: device(66, 128, 12, `<rect x="-26" y="-52" width="52" height="100" rx="5" fill="${TINT}"/>` + p('M-7 56h14')),
	terminal: device(
		76,
		118,
		15,
		`<rect x="-26" y="-46" width="52" height="30" rx="4" fill="${TINT}"/>` +
			dot([-16, 2], [0, 2], [16, 2], [-16, 16], [0, 16], [16, 16], [-16, 30], [0, 30], [16, 30]) +
			p('M-22 48h44')
	),
	dialog:
		body(r(-38, -26, 76, 52, 8)) +
		p('M-27-14h34') +
		`<rect x="-30" y="-3" width="60" height="20" rx="6" fill="${INK}" stroke="none"/><path d="M-18 7h26" stroke="${PAPER}" stroke-width="3"/>`,
	'toggle-on': `<rect x="-26" y="-15" width="52" height="30" rx="15" fill="${INK}" stroke="${INK}"/><circle cx="11" cy="0" r="10" fill="${PAPER}" stroke="none"/>`,
	'toggle-off': body(r(-26, -15, 52, 30, 15)) + `<circle cx="-11" cy="0" r="9" fill="currentColor" stroke="none"/>`,
	lock:
		body(r(-25, -58, 50, 116, 14)) +
		dot([-11, -40], [0, -40], [11, -40], [-11, -29], [0, -29], [11, -29], [-11, -18], [0, -18], [11, -18]),
	handle: body(r(-7, -7, 74, 14, 7)) + body(c(0, 0, 11)),
	'key-box':
		p('M-22-34v-10a22 22 0 0 1 44 0v10') +
		body(r(-36, -34, 72, 72, 10)) +
		[-18, 0, 18].map((x) => `<rect x="${x - 7}" y="-22" width="14" height="20" rx="3" fill="${TINT}"/>`).join('') +
		p('M-22 14h44M-22 24h26'),
	key: p('M14 0h46M48 0v10M58 0v13') + body(c(0, 0, 14)) + c(0, 0, 5),
	qr:
		body(r(-26, -26, 52, 52, 5)) +
		r(-18, -18, 13, 13, 2) +
		r(5, -18, 13, 13, 2) +
		r(-18, 5, 13, 13, 2) +
		p('M6 7h4M16 7v5M7 17h3M16 18h2'),
	barcode:
		body(r(-34, -28, 68, 56, 6)) +
		`<g stroke-linecap="butt">${[-24, -18, -13, -5, 2, 7, 15, 24].map((x, k) => `<path d="M${x}-18v36" stroke-width="${[3, 2, 4, 2, 5, 2, 3, 4][k]}"/>`).join('')}</g>`,
	'paper-roll':
		body(p('M0-30h34a12 30 0 0 1 0 60H0z'), TINT) +
		body(`<ellipse cx="0" cy="0" rx="13" ry="30"/>`) +
		`<ellipse cx="0" cy="0" rx="4.500" ry="10" fill="${TINT}"/>`,
	'roll-side':
		body(c(0, 0, 26)) +
		`<circle cx="0" cy="0" r="8" fill="${TINT}"/>` +
		`<path d="M0-17a17 17 0 0 1 17 17" stroke-width="2"/>`,
	strip: body(p('M-22 0V-84l6 5 5-5 6 5 5-5 6 5 5-5 6 5 5-5v84z')),
	'receipt-printer': body(r(-62, -62, 124, 62, 12)) + p('M-40-62v-5h80v5M-62-34H62') + dot([42, -16, 5]),
	'printer-open':
		body(p('M-50-58L-74-116a6 6 0 0 1 4-8l14-5a6 6 0 0 1 7 4L-26-62z')) +
		body(p('M-62 0V-50a12 12 0 0 1 12-12h12c4 22 14 30 34 30s30-8 34-30h20a12 12 0 0 1 12 12V0z')) +
		p('M-62-20H62') +
		dot([44, -34, 5]),
	printer:
		body(p('M-52-96h104v40H-52z')) +
		body(r(-78, -66, 156, 66, 10)) +
		p('M-50-18H50') +
		`<rect x="34" y="-56" width="30" height="16" rx="3" fill="${TINT}"/>`,
	sheet: body(p('M-40-52H22l18 18v86h-80z')) + p('M22-52v18h18M-26-20H16M-26-4H26M-26 12H26'),
	tray: body(p('M-70-16h140l-8 32H-62z')) + p('M-16 0h32'),
	card:
		body(r(-38, -24, 76, 48, 7)) +
		`<rect x="-28" y="-10" width="18" height="14" rx="3" fill="${TINT}"/>` +
		p('M4 12h22'),
	pile: [0, 7, 14].map((y) => body(p(`M-50 ${-y}l16-16h84l-16 16z`))).join(''),
	app: body(r(-13, -13, 26, 26, 7)) + p('M-5 0h10'),
	'handheld-open': device(
		70,
		132,
		15,
		`<rect x="-24" y="-14" width="48" height="70" rx="6" fill="${TINT}"/>` + p('M-14-14v-7M0-14v-7M14-14v-7M-18-44h36')
	)
};
