import { P, plugIn, scene, wallRight } from '../scenes/parts.ts';
import { arc, at, body, dot, INK, ink, p } from '../scenes/pen.ts';
import { held, powerOnBlack } from '../scenes/signs.ts';
import { between, passed, sway, when } from './motion.ts';

// The videos, a guide each: one shot for each caption, from the parts of the pictures. No words in them: captions say those.

export type Shot = (t: number) => string;

const clock = (to: number) => `<path d="${arc(37, 0, Math.max(to, 1))}" stroke="${INK}" stroke-width="5"/>${P.clock}`;
const doorLeft = at(-30, 0, body(p('M-300-400h460v900h-460z')));
const pull = (x: number, y: number) => at(x, y, P['hand-pull'], 0, 0.98, 1);

const openLid: Shot = (t) => {
	const down = passed(t, 0.1, 0.4) - passed(t, 0.6, 0.9);
	const printer = t < 0.45 ? at(138, 150, P['receipt-printer'], 0, 1.08) : at(138, 150, P['printer-open'], 0, 1.08);
	return scene(printer, at(between(230, 188, down), between(150, 124, down), P['hand-press'], -42, 0.86));
};
const scratch: Shot = (t) => {
	const u = passed(t, 0.3, 0.8);
	const line = ink(p(`M0 0L${between(1, 34, u)} ${between(0, -26, u)}`), 5);
	return scene(
		at(72, 96, P['paper-roll'], 0, 1.3) + at(116, 134, body(p('M0 0h90c12 0 18-7 18-16V-77H0z'))),
		at(150, 112, line) + at(between(152, 186, u), between(114, 88, u), P['hand-press'], -62, 0.92)
	);
};
const rollIn: Shot = (t) => {
	const u = passed(t, 0.05, 0.4);
	const v = passed(t, 0.5, 0.9);
	const strip = p(
		`M28-34C${between(28, 64, v)}-34 ${between(28, 66, v)} 6 ${between(32, 96, v)} ${between(-32, 40, v)}`
	);
	return scene(
		at(104, between(20, 94, u), P['roll-side'], 0, 1.1) + at(104, 150, P['printer-open'], 0, 1.08),
		when(u === 1, at(104, 94, ink(strip, 4.5))) +
			at(between(140, 196, v), between(62, 130, v), P['hand-pull'], 16, 0.84)
	);
};
const closeLid: Shot = (t) => {
	const u = passed(t, 0.1, 0.45);
	const printer = u < 0.8 ? P['printer-open'] : P['receipt-printer'];
	const done = when(t > 0.5, at(181, 132, P['light-green']) + at(196, 62, P.click, 40));
	return scene(
		at(134, 150, printer, 0, 1.12),
		done + at(between(90, 138, u), between(20, 74, u), P['hand-press'], 146)
	);
};

const plugPush: Shot = (t) => {
	const u = passed(t);
	const x = between(176, 236, u);
	return scene(wallRight, plugIn(x) + pull(x - 40, 82) + when(u === 1, at(250, 44, P.click, -16)), 0);
};
const wipeContacts: Shot = (t) => {
	const x = sway(t, 14, 4);
	const feet = `<path d="M-18 59v7M0 59v7M18 59v7" stroke="${INK}" stroke-width="7" stroke-linecap="butt"/>`;
	return scene(
		'',
		at(120, 62, P.handheld + feet, 34) +
			at(76 + x, 122 + x / 2, P.cloth, -22) +
			at(84 + x, 132 + x / 2, P['hand-press'], -38, 0.86)
	);
};
const intoCradle: Shot = (t) => {
	const u = passed(t, 0.1, 0.6);
	const y = between(30, 97, u);
	return scene(
		at(142, y, P.handheld, 0, 0.8) + at(142, 111, P.cradle, 0, 0.85),
		at(178, 132, P[u === 1 ? 'light-green' : 'light-off'], 0, 1.1) + at(150, y - 53, P['hand-press'], -116, 0.86)
	);
};

const charge: Shot = (t) =>
	scene(
		at(104, 84, P['handheld-black']) + at(104, 59, P.bolt),
		`<path d="M104 152c0 16-30 13-60 13h-344" stroke="${INK}" stroke-width="4"/>` +
			at(104, 24, P['lamp-on'] + at(0, 2, P.click, 0, 0.9)) +
			at(226, 80, clock(between(0, 350, t)), 0, 1.3)
	);
const holdPower: Shot = (t) => {
	const u = passed(t, 0.05, 0.25);
	const shake = t > 0.85 ? sway(t, 2, 24) : 0;
	const time = when(u === 1, at(163, 92, held(30, between(4, 338, passed(t, 0.25, 0.85)))));
	return scene(
		at(124 + shake, 80, P['handheld-black'], 0, 1.06) + at(124 + shake, 52, powerOnBlack(3), 0, 1.5),
		at(163 + shake, 92, P.nub) + time + at(between(210, 172, u), between(120, 93, u), P['hand-press'], -76, 0.9)
	);
};
const battery: Shot = (t) => {
	const away = passed(t, 0.05, 0.3) - passed(t, 0.6, 0.85);
	const [x, y] = [between(100, 196, away), between(104, 84, away)];
	return scene(
		at(100, 84, P['handheld-open']) + at(x, y, P['battery-pack'], between(0, 20, away)),
		when(away > 0.95, at(286, 44, clock(t * 360), 0, 0.6)) +
			when(t > 0.87, at(128, 56, P.click, 20)) +
			at(x + 22, y + 16, P['hand-pull'], 22, 0.86)
	);
};

const door = (leaf: string) =>
	at(40, 0, body(p('M0-400h128v550H0z')) + at(104, 92, P.lock, 0, 0.62) + at(106, 112, P.handle, 180, 0.62) + leaf);
const knock: Shot = (t) => {
	const x = Math.abs(sway(t, 18, 2));
	return scene(
		door(''),
		at(118 + x, 40, P['hand-knock'], 0, 0.94) + when(x < 6, at(100, 42, ink(p('M0-16l-13-8M-6 2h-16M0 20l-13 8'), 4)))
	);
};
const phoneToLock: Shot = (t) => {
	const x = between(290, 224, passed(t, 0.1, 0.5));
	const phone = at(x, 84, P['hand-hold-back']) + at(x, 76, P.phone) + at(x, 66, P.bluetooth, 0, 1.2);
	const waves = when(t > 0.5 && Math.floor(t * 12) % 2 === 0, at(156, 70, P['waves-tap'], 0, 0.9));
	return scene(doorLeft + at(112, 82, P.lock), waves + phone + at(x, 84, P['hand-hold-front']), 0);
};
const handle: Shot = (t) => {
	const u = passed(t, 0.2, 0.6);
	return scene(
		doorLeft + at(106, 74, P.lock, 0, 1.1),
		at(106, 78, P[u > 0.9 ? 'light-green' : 'light-off'], 0, 1.1) +
			at(106, 118, P.handle, between(0, -24, u), 1.1) +
			at(between(176, 170, u), between(122, 96, u), P['hand-pull'], 0, 0.84),
		0
	);
};

const sheetOut: Shot = (t) => {
	const x = between(0, 74, passed(t, 0.1, 0.9));
	return scene(
		at(120 + x, 112, P.sheet, 90, 0.9) + at(82, 150, P.printer),
		at(164 + x, 90, P['hand-pull'], -8, 0.8) + at(164 + x, 138, P['hand-pull'], 8, 0.8)
	);
};
const trayOut: Shot = (t) => {
	const u = passed(t);
	const tray = body(p('M-55-20h110l14 46H-69z')) + ink(p('M-55-20L-69 26H69L55-20'), 3) + p('M-14 12h28');
	return scene(
		at(134, 150, P.printer, 0, 1.05),
		at(134, between(120, 150, u), tray) + at(between(180, 196, u), between(128, 158, u), P['hand-pull'], -12, 0.84)
	);
};
const trayIn: Shot = (t) => {
	const x = between(226, 150, passed(t, 0.3, 0.8));
	const wobble = t < 0.3 ? sway(t, 4, 10) : 0;
	return scene(
		at(x, 136, at(wobble, -8, P.pile) + P.tray) + at(82, 150, P.printer, 0, 1.05),
		at(x + 58, 138, P['hand-pull'], -4, 0.72)
	);
};

const cableIn: Shot = (t) => {
	const u = passed(t);
	const x = between(60, 0, u);
	const end = body('<rect x="8" y="-11" width="22" height="22" rx="5"/>') + ink(p('M8-5h-10M8 5h-10'));
	const plug = at(135 + x, 118, end);
	return scene(
		at(96, 89, P.terminal, 0, 1.02),
		plug +
			`<path d="M${166 + x} 118c22 0 20 44 46 44h300" stroke="${INK}" stroke-width="4"/>` +
			at(162 + x, 120, P['hand-pull'], 8, 0.84) +
			when(u === 1, at(152, 88, P.click, 20))
	);
};
const powerCut: Shot = (t) => {
	const x = between(236, 190, passed(t, 0.05, 0.2) - passed(t, 0.75, 0.95));
	return scene(
		wallRight,
		plugIn(x) + pull(x - 40, 82) + at(56, 40, clock(between(0, 350, passed(t, 0.2, 0.75))), 0, 0.8),
		0
	);
};
const cardOn: Shot = (t) => {
	const u = passed(t, 0.1, 0.5);
	const x = between(266, 206, u);
	const screen =
		t > 0.65 ? `<path d="M-11 0l8 9 15-17" stroke="${INK}" stroke-width="5"/>` : dot([-8, 0], [0, 0], [8, 0]);
	return scene(
		at(104, 90, P.terminal, 0, 1.02),
		when(u === 1, at(164, 62, P['waves-tap'], 180)) +
			at(x, 66, P.card, -14, 1.1) +
			at(x + 24, 80, P['hand-pull'], 14, 0.84) +
			at(104, 59, screen)
	);
};

export const videos: Record<string, Shot[]> = {
	'receipt-printer-paper': [openLid, scratch, rollIn, closeLid],
	'handheld-cradle': [plugPush, wipeContacts, intoCradle],
	'handheld-wont-start': [charge, holdPower, battery],
	'digital-lock-wont-open': [knock, phoneToLock, handle],
	'printer-paper-jam': [sheetOut, trayOut, trayIn],
	'card-terminal-no-connection': [cableIn, powerCut, cardOn]
};
