import { locales } from '#lib/domain/locale.ts';
import { plain } from './plain.ts';
import { isStopword } from './stopwords.ts';

/** What is said for its own sake: it gets a short kind word and no guide. `about`: who or what one talks with. */
export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'about' | 'insult';

// By language: Danish, Norwegian, Swedish, English, Korean. All are listened for, as people mix them.
const phrases: Record<SmallTalk, string[]> = {
	insult: [
		...['idiot', 'dum', 'dumme', 'lort', 'fuck', 'fuck dig', 'skrid', 'røvhul', 'ubrugelig', 'ubrugelige', 'elendig'],
		...['hold kæft', 'drit', 'dritt', 'faen', 'jævla', 'ubrukelig', 'ubrukelige', 'teit', 'dust', 'hold kjeft'],
		...['dumma', 'korkad', 'skit', 'jævla', 'fan', 'værdeløs', 'værdeløs', 'usel', 'håll kæften', 'håll kæft'],
		...['stupid', 'idiots', 'shit', 'crap', 'useless', 'worthless', 'dumb', 'moron', 'shut up', 'fuck you', 'fuck off'],
		...[
			'바보',
			'멍청이',
			'멍청하네',
			'멍청해',
			'쓸모없어',
			'쓸모없네',
			'꺼져',
			'닥쳐',
			'시발',
			'씨발',
			'병신',
			'개새끼',
			'짜증나'
		]
	],
	thanks: [
		...['tak', 'tusind tak', 'mange tak', 'takker', 'tak for hjælpen', 'fedt', 'super', 'perfekt'],
		...['takk', 'tusen takk', 'mange takk', 'takk for hjelpen', 'flott', 'perfekt', 'supert'],
		...['tack', 'tackar', 'tusen tack', 'tack så mycket', 'tack før hjælpen', 'toppen', 'bra'],
		...['thanks', 'thank you', 'thx', 'ty', 'cheers', 'great', 'perfect', 'appreciate it'],
		...['감사합니다', '감사해요', '감사', '고마워', '고마워요', '고맙습니다', '도와주셔서 감사합니다', '수고하셨습니다']
	],
	goodbye: [
		...['farvel', 'hej hej', 'vi ses', 'god dag videre', 'godnat', 'ha det', 'ha det bra', 'god natt', 'snakkes'],
		...['hej då', 'hejdå', 'vi hørs', 'bye', 'goodbye', 'good night', 'see you', 'have a nice day'],
		...['안녕히 계세요', '안녕히 가세요', '수고하세요', '잘 있어', '잘 있어요']
	],
	about: [
		...['hvem er du', 'er du en robot', 'er du et menneske', 'hvad kan du', 'er der nogen', 'hva kan du', 'er du der'],
		...['vem ær du', 'ær du en robot', 'ær du en mænniska', 'vad kan du', 'ær det någon dær', 'kan du hjælpe mig'],
		...[
			'who are you',
			'are you a robot',
			'are you human',
			'are you a bot',
			'what can you do',
			'anyone awake',
			'anyone there'
		],
		...['누구세요', '누구야', '로봇이에요', '로봇인가요', '사람인가요', '사람이에요', '뭐 할 수 있어요', '누구 있어요']
	],
	greeting: [
		...[
			'hej',
			'hejsa',
			'hejsan',
			'goddag',
			'god dag',
			'godmorgen',
			'god morgen',
			'godaften',
			'god aften',
			'halløj',
			'davs'
		],
		...[
			'hei',
			'heisann',
			'hallo',
			'morn',
			'god kveld',
			'god ettermiddag',
			'hallå',
			'tjena',
			'tja',
			'god morgon',
			'god kvæll'
		],
		...[
			'hi',
			'hello',
			'hey',
			'good morning',
			'good evening',
			'good afternoon',
			'how are you',
			'hvordan går det',
			'hur mår du'
		],
		...['안녕', '안녕하세요', '안녕하십니까', '여보세요', '좋은 아침', '좋은 아침이에요', '하이', '수고 많으십니다']
	]
};

/** Words that go with them and say nothing else. */
const beside = new Set(
	[
		...[
			'ja',
			'nej',
			'nei',
			'ok',
			'okay',
			'virkelig',
			'alle',
			'igen',
			'så',
			'meget',
			'rigtig',
			'hjælpen',
			'hjelpen',
			'din',
			'dit'
		],
		...[
			'alla',
			'mycket',
			'verkligen',
			'hjælp',
			'very',
			'much',
			'really',
			'everyone',
			'all',
			'your',
			'robot',
			'bot',
			'assistent'
		],
		...[
			'assistenten',
			'assistant',
			'maskine',
			'maskin',
			'machine',
			'system',
			'for',
			'help',
			'again',
			'vågne',
			'hele',
			'ting'
		],
		...['nå', 'da', 'her', 'fint', 'yes', 'no', 'helt', 'totally', 'completely', 'fucking', 'fandens'],
		...[
			'정말',
			'너무',
			'진짜',
			'네',
			'예',
			'아니',
			'도와주셔서',
			'늦은',
			'시간에',
			'거기',
			'다들',
			'이',
			'로봇',
			'완전'
		]
	].map(plain)
);

const table = (Object.keys(phrases) as SmallTalk[]).flatMap((kind) =>
	phrases[kind].map((phrase) => ({ kind, words: plain(phrase).split(' ') }))
);
// The longest first: "hej då" is a farewell, "hej" a greeting.
table.sort((a, b) => b.words.length - a.words.length);

const saysNothing = (word: string): boolean => beside.has(word) || locales.some((locale) => isStopword(word, locale));

const order = Object.keys(phrases) as SmallTalk[];

/** The small talk that a message consists of, or null when anything else is in it. An insult outweighs a greeting. */
export function smallTalkIn(text: string): SmallTalk | null {
	const words = plain(text).split(' ');
	const heard = new Set<SmallTalk>();
	for (let at = 0; at < words.length;) {
		const found = table.find((phrase) => phrase.words.every((word, i) => words[at + i] === word));
		if (found) heard.add(found.kind);
		else if (!saysNothing(words[at]!)) return null;
		at += found?.words.length ?? 1;
	}
	return order.find((kind) => heard.has(kind)) ?? null;
}
