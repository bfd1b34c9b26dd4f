// Korean writes particles and endings onto the word and often leaves the spaces out. A word is therefore known by its
// body without particle and by its pairs of syllables; typing and typing errors are compared letter by letter (jamo).

const particles = [
	...['에서는', '에서도', '으로는', '으로도', '이라고', '에게서', '한테서', '부터는', '까지는'],
	...[
		'에서',
		'에게',
		'한테',
		'으로',
		'이랑',
		'하고',
		'부터',
		'까지',
		'처럼',
		'보다',
		'마다',
		'이나',
		'라고',
		'인데',
		'이요'
	],
	...['은', '는', '이', '가', '을', '를', '에', '의', '도', '로', '와', '과', '만', '랑', '나', '야', '요']
];

const endings = [
	...[
		'했습니다',
		'합니다',
		'됩니다',
		'습니다',
		'하나요',
		'되나요',
		'해야',
		'해요',
		'돼요',
		'했어요',
		'됐어요',
		'인가요'
	],
	...[
		'어요',
		'아요',
		'나요',
		'는데',
		'네요',
		'지요',
		'려요',
		'려면',
		'하면',
		'하기',
		'하는',
		'하고',
		'해서',
		'돼서',
		'안돼'
	]
];

/** Is any letter Hangul, a lone jamo still being typed included? */
export const isHangul = (text: string): boolean => /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/.test(text);

/** The word without its particle or polite ending, if at least two syllables are left. */
export function body(word: string): string {
	for (const tail of endings)
		if (word.length - tail.length >= 2 && word.endsWith(tail)) return word.slice(0, -tail.length);
	for (const tail of particles)
		if (word.length - tail.length >= 2 && word.endsWith(tail)) return word.slice(0, -tail.length);
	return word;
}

/** Overlapping pairs of syllables, which find a word inside words written together. */
export function bigrams(word: string): string[] {
	const pairs: string[] = [];
	for (let i = 0; i + 2 <= word.length; i++) pairs.push(word.slice(i, i + 2));
	return pairs;
}

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** Letters of the word in typing order; a lone ㄱ at the end counts as the beginning of a syllable. */
export function jamo(word: string): string {
	return word
		.replace(/[ㄱ-ㅎ]/g, (letter) => {
			const at = initials.indexOf(letter);
			return at < 0 ? letter : String.fromCharCode(0x1100 + at);
		})
		.normalize('NFD');
}
