import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/domain/locale.ts';
import { createEngine } from './engine.ts';
import { lineOfQuestion } from './lines.ts';
import { decode, encode, weightAt, type Model } from './model.ts';
import { train, type Line } from './train.ts';

const about: Record<string, string[]> = {
	lock: [
		'døren låser ikke op',
		'låsen vil ikke åbne',
		'kan ikke låse døren op hos borger',
		'nøglen virker ikke i låsen'
	],
	printer: [
		'printeren har papirstop',
		'papiret sidder fast i printeren',
		'printer sluger papir',
		'papir krøller i printer'
	],
	password: ['glemt kodeord', 'jeg har glemt mit kodeord', 'nyt kodeord tak', 'kodeordet virker ikke mere']
};
const nobody = ['hvad er der til frokost', 'hvornår får vi løn', 'bliver det regnvejr', 'kaffemaskinen drypper'];
const questions = (): Line[] => [
	...Object.entries(about).flatMap(([guide, asked]) => asked.map((q) => lineOfQuestion({ q, guide }, 'da'))),
	...nobody.map((q) => lineOfQuestion({ q, guide: null }, 'da'))
];

let model: Model;
beforeAll(async () => void (model = await train([...questions(), ...questions()], Object.keys(about), 'one')));
const first = (question: string, lang: Locale = 'da') => createEngine(model).ask(question, lang).guides[0]?.guideId;

describe('a model', () => {
	it('finds the guide in other words, misspelt, and without Nordic letters', () => {
		expect(first('min kodeord er glemt')).toBe('password');
		expect(first('papirstpo i printern')).toBe('printer');
		expect(first('laasen hos borgeren aabner ikke')).toBe('lock');
		expect(first('dörren låser inte upp', 'sv')).toBe('lock');
	});

	it('gives only guides that are offered to this person', () => {
		const engine = createEngine(model, (id) => id !== 'password');
		expect(engine.ask('glemt kodeord', 'da').guides.map(({ guideId }) => guideId)).not.toContain('password');
	});

	it.each(['', 'x', '🙂🙂', '단말기', '<script>', 'a'.repeat(5_000), '\u0000\ud800', '   \n'])(
		'has an answer to %j that is none',
		(question) => expect(['unknown', 'choose']).toContain(createEngine(model).ask(question, 'da').kind)
	);

	it('is the same file for the same lines', async () => {
		const again = await train([...questions(), ...questions()], Object.keys(about), 'one');
		expect(encode(again)).toEqual(encode(model));
	});
});

describe('its file', () => {
	it('answers as before when it was written and read', () => {
		const read = decode(encode(model));
		expect(read && createEngine(read).ask('glemt kodeord', 'da')).toEqual(
			createEngine(model).ask('glemt kodeord', 'da')
		);
	});

	it('is none when it was cut short at any place, or is something else', () => {
		const file = encode(model);
		for (const length of [0, 3, 8, 100, 1_000, file.length - 1]) expect(decode(file.slice(0, length))).toBeNull();
		expect(decode(new TextEncoder().encode('<!doctype html><title>Wi-Fi</title>'))).toBeNull();
		const otherFormat = new TextDecoder('latin1').decode(file).replace('"format":1', '"format":9');
		expect(decode(Uint8Array.from(otherFormat, (letter) => letter.charCodeAt(0)))).toBeNull();
	});

	it('holds signed weights of four bits', () => {
		expect([0, 1, 2, 3].map((at) => weightAt(new Uint8Array([0x9f, 0x70]), at))).toEqual([-1, -7, 0, 7]);
	});
});
