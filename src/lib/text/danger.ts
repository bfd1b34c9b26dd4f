// A person in danger comes first: what was typed, in any of the five languages whatever language the screen has, is held
// against tables of phrases. Missing someone costs more than one banner too many, but a fallen price or a freezer's alarm
// must not cry wolf, so a fall needs a person and a number needs someone who phones it.

/** What may have happened, the most urgent first; each names whom to phone. */
export const dangers = ['life', 'fall', 'medicine', 'alarm', 'noEntry'] as const;
export type Danger = (typeof dangers)[number];

/** Whole words: JavaScript's \b knows no å. */
const say = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
const gap = (words: number) => `(?:[^.!?\\p{L}\\p{N}]+[\\p{L}\\p{N}]+){0,${words}}[^.!?\\p{L}\\p{N}]+`;

const person = [
	'borger(?:en|e|ne)?|beboer(?:en)?|bruger(?:en)?|kunde(?:n)?|kollega(?:en|n)?|dame(?:n)?|mand(?:en)?|patient(?:en)?|hun|han|jeg|nogen|en ældre',
	'bruker(?:en)?|beboer(?:en)?|pasient(?:en)?|mann(?:en)?|noen|min mor|min far|mor|far',
	'brukare(?:n)?|omsorgstagare(?:n)?|vårdtagare(?:n)?|kund(?:en)?|kollegan|hon|jag|någon|mannen|damen|kvinna(?:n)?|kvinden|kvinnen',
	'citizen|resident|client|customer|colleague|coworker|patient|someone|somebody|person|man|woman|lady|he|she|i'
].join('|');
const fallen =
	'faldet|faldt|falder(?! ud)|styrtet|falt|faller(?! ut)|ramlat|ramlade|ramlar|fallit|trillat|föll|fallen|fell|collapsed';
const thing =
	'i søvn|i søvne|asleep|for|behind|(?:af|ud af|fra|av|ut av|från|off|out of) (?:the )?(?:wifi|wi-fi|net|nettet|netværket|nettverket|nätet|network|system(?:et)?|call|meeting|mødet|møtet|mötet)';
const medicine =
	'medicin(?:en|er)?|medisin(?:en|er)?|medicine|medicines|medication|meds|piller|pillerne|pillene|pill|pills|dosis|dosen|dose|doses|\\p{L}+dosis|\\p{L}+dosen?|insulin|tabletterne';
const wrong =
	'forkert|forkerte|fejl|dobbelt|for meget|feil|for mye|fel|dubbel|för mycket|wrong|double|twice|too much|too many|to gange|två gånger|to ganger|overdosis|overdose|överdos';
const alarm =
	'nødkald(?:et|ene|s)?|nødalarm(?:en)?|tryghedsalarm(?:en|er)?|nødanrop(?:et)?|trygghetsalarm(?:en|er)?|trygghetslarm(?:et)?|larmknapp(?:en)?|alarmknap(?:pen)?|alarmknapp(?:en)?|emergency (?:call|calls|alarm|alarms|button)|safety alarm|panic button|pendant(?: alarm)?';
const citizen =
	'borger(?:en|s|ens)?|beboer(?:en)?|bruker(?:en)?|brukare(?:n)?|omsorgstagare(?:n)?|citizen|resident|client|fru \\p{L}+|nobody|no one|ingen(?= åbner| åpner| öppnar)';

const table: Record<Danger, RegExp[]> = {
	life: [
		say(
			'bevidstløs\\p{L}*|livløs|besvimet|bevisstløs\\p{L}*|besvimt|medvetslös\\p{L}*|svimmat|unconscious|unresponsive|fainted|passed out'
		),
		say(
			'(?:trækker|trækket|puster|andas|breathing|breathe)' +
				gap(1) +
				'(?:ikke|inte|vejret)|(?:not|cannot|can.?t|isn.?t|won.?t) (?:breathing|breathe)'
		),
		say('brystsmerte\\p{L}*|bröstsmärt\\p{L}*|ondt i brystet|vondt i brystet|ont i bröstet|chest pains?'),
		say(
			'hjertestop|hjertestans|hjerteanfald|hjerteinfarkt|hjärtstopp|hjärtinfarkt|heart attack|cardiac arrest|hjerneblødning|stroke'
		),
		say('livsfare|livsfarlig|livsfara|livstruende|ambulance|ambulanse|ambulans|selvmord|självmord|suicide|suicidal'),
		say(
			'bløder (?:kraftigt|voldsomt|meget)|blør (?:kraftig|mye)|blöder (?:kraftigt|mycket)|bleeding (?:badly|heavily|a lot)|kvæles|kveles|kvävs|choking|kramper|seizure'
		),
		say('det brænder|det brenner|det brinner|ildebrand|on fire'),
		say('(?:ring|ringe|ringer|ringa|call|calling|phone|dial)' + gap(2) + '(?:112|113|119|911|999)'),
		/^\s*(?:112|113|119)\s*[!?.]*$/,
		/의식이? ?없|기절|쓰러[지졌져]|숨을? ?(?:안|못) ?쉬|호흡이? ?없|가슴이? ?(?:아프|아파|통증)|흉통|심장 ?마비|심정지|뇌졸중|출혈|피를? ?많이|경련|자살|화재|불이 ?났|구급차|(?:112|119)(?:에|로)?(?: ?전화| ?불러| ?신고)/
	],
	fall: [
		say(`(?:${person})${gap(3)}(?:${fallen})(?!${gap(0)}(?:${thing})(?!\\p{L}))`),
		say(`(?:er|har|have|has) (?:der )?(?:${fallen})${gap(1)}(?:${person})`),
		say(
			'kommet til skade|kommit till skada|slået sig|slått seg|slagit sig|skadet sig|skadet seg|skadat sig|faldulykke|got hurt|is hurt|am hurt|injured'
		),
		/넘어[지졌져]|넘어 ?지|낙상했|침대에서 ?떨어|다쳤|다치[셨신]/
	],
	medicine: [
		say(`(?:${wrong})${gap(2)}(?:${medicine})`),
		say(`(?:${medicine})${gap(4)}(?:${wrong})`),
		say(
			'(?:han|hun|hon|he|she|' +
				citizen +
				')' +
				gap(1) +
				'(?:ikke|inte|not|n.?t|hasn.?t|didn.?t)' +
				gap(3) +
				`(?:${medicine})`
		),
		say('overdosis|overdose|överdos|fejlmedicineret|feilmedisinert|felmedicinerad'),
		/(?:약|투약|인슐린)[을를이가은는]? ?(?:을 |를 )?(?:잘못|두 ?번|너무 ?많이)|(?:잘못|다른|틀린)(?:된)? ?약|(?:과다|중복) ?(?:복용|투약)|약을 못 ?(?:드|먹)/
	],
	alarm: [
		say('(?:ingen|inga|no) (?:alarmer|larm|alarms|nødkald|anrop|emergency calls)'),
		say(alarm),
		say(
			'alarm(?:en|er|erne|ene|et)?' +
				gap(1) +
				'(?:(?:kommer|går|ringer|lyder|virker|fungerer) ikke|(?:comes?|goes?|going|coming) (?:not|through))'
		),
		say('larm(?:et|en)?' + gap(1) + '(?:kommer|går|ringer|fungerar) (?:inte|ej)'),
		say(
			'alarms?' +
				gap(1) +
				'(?:not|never|isn.?t|doesn.?t|don.?t|won.?t)' +
				gap(1) +
				'(?:come|coming|arrive|arriving|ring|ringing|reach|received)'
		),
		/비상 ?벨|비상 ?호출|응급 ?호출|긴급 ?호출|응급 ?벨/
	],
	noEntry: [
		say('(?:kommer|komme|slipper|kommet)' + gap(1) + '(?:ikke|inte) (?:ind|inn|in) (?:til|hos|till)'),
		say('(?:ikke|inte)' + gap(1) + '(?:komme|komma) (?:ind|inn|in) (?:til|hos|till)'),
		say(
			'(?:cannot|can.?t|could not|couldn.?t|unable to) (?:get|come) in(?:to)?' +
				gap(2) +
				'(?:citizen|resident|client|patient)(?:.?s)?'
		),
		say(`(?:${citizen})${gap(1)}(?:åbner|svarer|åpner|öppnar|svarar|lukker)(?: ikke| inte| op| opp)?(?! på)`),
		say('(?:citizen|resident|client) (?:does not|is not|doesn.?t|isn.?t|won.?t) (?:open|answer|opening|answering)'),
		say('(?:nobody|no one) (?:answers|opens|answering|opening)(?: at)? the door'),
		/(?:이용자|어르신|환자)(?:가|이|분이|께서)? ?.{0,8}(?:문을? ?안 ?열|대답이? ?없|대답을? ?안|응답이? ?없)|(?:이용자|어르신) ?댁.{0,10}못 ?들어/
	]
};

/** The most urgent danger that the typed words speak of, or null. */
export function dangerIn(text: string): Danger | null {
	const typed = text.normalize('NFC').toLowerCase();
	const spelled = typed.replace(/aa/g, 'å').replace(/ae/g, 'æ').replace(/oe/g, 'ø');
	const hears = (pattern: RegExp) => pattern.test(typed) || (spelled !== typed && pattern.test(spelled));
	return dangers.find((danger) => table[danger].some(hears)) ?? null;
}

const byService: Record<string, Danger> = {
	'emergency-calls': 'alarm',
	medication: 'medicine',
	'door-locks': 'noEntry'
};

/** The danger that a service's troubles can hide: behind a lock that does not open someone may lie on the floor. */
export const dangerBehind = (service: string): Danger | null => byService[service] ?? null;
