import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/domain/locale.ts';
import { questions } from '#lib/guides/fixtures.ts';
import { hear } from './hear.ts';
import { oddIn } from './odd.ts';
import { smallTalkIn, type SmallTalk } from './small-talk.ts';
import { topicIn, wishIn, type TopicWish, type Wish } from './wish.ts';

const longest = 500;

it.each([
	['', 'empty'],
	['  \n ', 'empty'],
	['a', 'letter'],
	['왜', 'letter'],
	['?!', 'emoji'],
	['😡😡👍🏽', 'emoji'],
	['x'.repeat(5_000), 'long'],
	['if (user == null) { return foo[0]; }', 'code'],
	['<div class="a"><b>x</b></div>', 'code'],
	['الماسح الضوئي لا يعمل', 'script'],
	['сканер не работает', 'script'],
	['扫描仪不工作', 'script'],
	['Fejl 0x80070005 (adgang nægtet)', null],
	['https://intra.example/login virker ikke', null],
	['scanneren læser ikke 😡', null],
	['프린터가 안 돼요', null],
	['pc', null]
])('%j is %s', (text, odd) => expect(oddIn(text, longest)).toBe(odd));

const smallTalk: [string, SmallTalk | null][] = [
	...(
		[
			'hej',
			'Hej med dig!',
			'god morgen alle',
			'hei',
			'Hejsan',
			'good evening, anyone awake',
			'안녕하세요',
			'heyyy'
		] as const
	).map((text): [string, SmallTalk | null] => [text, text.includes('anyone') ? 'about' : 'greeting']),
	...[
		'tusind tak for hjælpen!!',
		'ok takk',
		'tack så mycket 🙏',
		'thank you so much!!',
		'도와주셔서 정말 감사합니다!!'
	].map((text): [string, SmallTalk] => [text, 'thanks']),
	['hej då', 'goodbye'],
	['안녕히 계세요', 'goodbye'],
	['er du en robot?', 'about'],
	['who are you', 'about'],
	['din dumme robot', 'insult'],
	['jævla ubrukelig', 'insult'],
	['hej idiot', 'insult'],
	['you are useless', 'insult'],
	['멍청이', 'insult'],
	['hej min scanner virker ikke', null],
	['tak men printeren virker stadig ikke', null],
	['lorteprinteren er gået i stå', null],
	['the stupid printer is jammed', null]
];
it.each(smallTalk)('%j is small talk: %s', (text, kind) => expect(smallTalkIn(text)).toBe(kind));

const wishes: [string, Wish | null][] = [
	['Hvad sker der med min sag?', 'ownCase'],
	['hvordan går det med saken min', 'ownCase'],
	['vad händer med mitt ärende?', 'ownCase'],
	['what is happening with my case?', 'ownCase'],
	['제 신고 어떻게 됐어요?', 'ownCase'],
	['Er det kun mig?', 'onlyMe'],
	['er det bare oss?', 'onlyMe'],
	['är det bara jag?', 'onlyMe'],
	['is it only me?', 'onlyMe'],
	['is it down for others too?', 'onlyMe'],
	['저만 그런가요?', 'onlyMe'],
	['Hvornår har I åbent?', 'opening'],
	['når åpner dere?', 'opening'],
	['när har ni öppet?', 'opening'],
	['when are you open?', 'opening'],
	['상담 시간이 어떻게 되나요?', 'opening'],
	['jeg vil tale med et menneske', 'person'],
	['let me talk to a person', 'person'],
	['jag vill prata med en människa', 'person'],
	['상담원 연결해 주세요', 'person'],
	['How do I change our Christmas opening hours on the website?', null],
	['scanneren læser ikke', null],
	['Min kollega taler grimt til mig, hvem går jeg til?', null]
];
it.each(wishes)('%j is the wish %s', (text, wish) => expect(wishIn(text)).toBe(wish));

const topics: [string, TopicWish | null][] = [
	['jeg har glemt min adgangskode', 'password'],
	['jag har glömt lösenordet', 'password'],
	['비밀번호를 잊어버렸어요', 'password'],
	['I need access to the order system', 'access'],
	['vi får en ny medarbejder på mandag', 'access'],
	['jeg vil bestille en mus', 'order'],
	['can I order a new keyboard', 'order'],
	['scanneren læser ikke', null]
];
it.each(topics)('%j may begin at %s', (text, topic) => expect(topicIn(text)).toBe(topic));

it('keeps no identity number', () => {
	expect(hear('borger 010190-1234 kan ikke logge ind', longest)).toMatchObject({
		text: 'borger *** kan ikke logge ind',
		isMasked: true
	});
	expect(hear('scanneren læser ikke', longest)).toMatchObject({ isMasked: false, odd: null, small: null, wish: null });
});

it('hears danger in whatever else is said', () => {
	expect(hear('hej, en borger er faldet og bevidstløs', longest).danger).toBe('life');
});

describe.each(locales)('of the questions that guides answer in %s', (locale) => {
	it('hardly any is taken for something else', () => {
		const asked = questions(locale).filter(({ guide }) => guide);
		const taken = asked.filter(({ q }) => {
			const { odd, small, wish } = hear(q, longest);
			return odd ?? small ?? wish;
		});
		expect(taken.map(({ q }) => q).slice(asked.length / 100)).toEqual([]);
	});
});

it('never throws, and keeps nothing of its own', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
			const heard = hear(text, longest);
			expect([heard.odd, heard.small, heard.wish].filter(Boolean).length).toBeLessThanOrEqual(1);
		})
	);
});
