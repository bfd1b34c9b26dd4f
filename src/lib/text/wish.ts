import { plain } from './plain.ts';

/** What the product itself answers: one's own cases, whether others have it too, when IT is open, a person instead. */
export type Wish = 'ownCase' | 'onlyMe' | 'opening' | 'person';

/** Ways in of their own (a tile on Home): what is asked may begin there, whatever guide is found. */
export type TopicWish = 'password' | 'access' | 'order';

// Written as `plain` writes: ä is æ, ö is ø. \b knows no å, so words end where no letter follows.
const say = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'u');

const wishes: Record<Wish, RegExp[]> = {
	person: [
		say(
			'(?:tale|snakke|skrive|prata|tala) (?:med|til|till) (?:en |et |ett |noget |någon )?(?:rigtig |riktig )?(?:menneske|person|mænniska|medarbejder|support)'
		),
		say('(?:talk|speak|chat) (?:to|with) (?:a |an )?(?:real )?(?:human|person|someone|somebody|agent|support)'),
		say('(?:rigtigt|ekte|riktig|real|et|ett|en) (?:menneske|mænniska|human)'),
		/(?:(?:사람|직원)(?:과|이랑|하고|한테|에게)|(?:상담원|담당자)(?:과|이랑|하고|한테|에게|을|를|으로)?) ?(?:연결|통화|바꿔|이야기|얘기|상담)/
	],
	ownCase: [
		say(
			'(?:min|mine|mit|mitt) (?:sag|sager|sak|saker|anmeldelse|henvendelse|melding|ærende|felanmælan|ticket)|mina ærenden'
		),
		say('(?:saken|sakene|meldingen|henvendelsen) (?:min|mine)'),
		say(
			'(?:happen\\p{L}*|status|update|progress|news|where|when|far|about) (?:\\p{L}+ ){0,4}my (?:case|cases|ticket|tickets|report|request)'
		),
		say('(?:did|has) anyone (?:look\\p{L}*|seen|answer\\p{L}*)'),
		/^my (?:case|cases|ticket|tickets)$/,
		/(?:내|제|나의|저의) ?(?:건|신고|문의|접수|요청)|접수(?:한|된|했던).*(?:어떻게|언제|진행)|(?:진행|처리) ?(?:상황|현황|상태)/
	],
	onlyMe: [
		say('(?:kun|bare|bara|ændast) (?:mig|meg|os|oss|jag|vi|hos mig|hos os|hos oss|her hos|for mig|for os|hær)'),
		say('(?:just|only) (?:me|us|here)'),
		say('(?:nede|down|nere|ute) (?:for|hos|før) (?:alle|andre|andra|others|everyone|everybody)'),
		say(
			'(?:har|er|ær|do|does|have|is|are) (?:der |det )?(?:andre|andra|(?:fler|flere) (?:end|enn|æn) (?:mig|meg|jag|os|oss)|others|anyone else|anybody else|someone else|nogen andre|noen andre|någon annan)'
		),
		/(?:나|저|우리|저희|여기)만 ?(?:그런|안|이런|그래|이래|문제)|다른 ?(?:사람|매장|분|곳|지점)(?:들)?(?:도|은|에서도)/
	],
	opening: [
		say(
			'(?:hvornår|når|nær) (?:har|er|ær|åbner|lukker|åpner|stenger|øppnar|stænger) (?:i|dere|ni|it|support|supporten|help ?desk)'
		),
		say('(?:åbningstid|åpningstid|øppettid)\\p{L}*'),
		say('when (?:are|do|does|is) (?:you|it|support|the help ?desk)(?: be| the phone)? (?:open|close)'),
		say('(?:are|is) (?:you|it|support|the help ?desk) (?:still )?open'),
		say('opening hours|hours of support'),
		say('(?:jeres|deres|ert|your|it s?|supportens) (?:telefon|phone)\\p{L}*(?: number)?'),
		/(?:운영|상담|업무) ?시간(?!.{0,4}(?:잡|예약))|(?:몇 ?시|언제) ?(?:까지|부터)? ?(?:열|문|상담|전화|운영)|(?:it|지원|헬프데스크).{0,6}전화 ?번호/
	]
};

/** The shop's own hours and the company's pages are somebody else's business. */
const elsewhere = /hjemmeside|nettside|hemsid|website|web site|butik|홈페이지|매장|가게/u;
/** Longer messages tell of a trouble and only mention it. */
const mostWords = 12;

const topics: Record<TopicWish, RegExp> = {
	password: say(
		'(?:adgangskode|kodeord|password|passord|løsenord|pinkode)\\p{L}*|pin kode|비밀번호\\p{L}*|비번\\p{L}*|패스워드\\p{L}*'
	),
	access: say(
		'(?:adgang|adgange|tilgang|access|åtkomst|behørighet) (?:til|till|to|for)|ny(?:e|a|t)? (?:medarbejder|medarbeider|ansat|ansatt|bruger|bruker|kollega|anvændare|medarbetare)\\p{L}*|nyanst\\p{L}*|new (?:employee|colleague|user|starter|hire)s?|(?:신규|새) ?(?:직원|사용자)\\p{L}*|권한\\p{L}*|계정 ?(?:만들|생성|추가|신청)\\p{L}*'
	),
	order: say(
		'bestille|bestil|bestilling\\p{L}*|bestælla|bestæll|bestællning\\p{L}*|order (?:a|an|some|new|more|another)|주문하고|주문할\\p{L}*|주문하려\\p{L}*|구매하\\p{L}*'
	)
};

export function wishIn(text: string): Wish | null {
	const said = plain(text);
	if (said.split(' ').length > mostWords) return null;
	const found = (Object.keys(wishes) as Wish[]).find((wish) => wishes[wish].some((pattern) => pattern.test(said)));
	return found === 'opening' && elsewhere.test(said) ? null : (found ?? null);
}

export const topicIn = (text: string): TopicWish | null => {
	const said = plain(text);
	return (Object.keys(topics) as TopicWish[]).find((topic) => topics[topic].test(said)) ?? null;
};
