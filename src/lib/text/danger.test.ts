import { describe, expect, it } from 'vitest';
import { dangerBehind, dangerIn, type Danger } from './danger.ts';

const spoken: Record<Danger, string[]> = {
	life: [
		'borgeren er bevidstløs',
		'hun trækker ikke vejret',
		'Han har ondt i brystet',
		'skal jeg ringe 112?',
		'112!',
		'brukeren puster ikke',
		'hun har brystsmerter',
		'ring 113 nå',
		'omsorgstagaren är medvetslös',
		'han andas inte',
		'ont i bröstet',
		'he is unconscious',
		'she is not breathing',
		'Chest pain, what do I do',
		'call 112',
		'의식이 없어요',
		'숨을 안 쉬어요',
		'가슴이 아프대요',
		'119에 전화해야 하나요'
	],
	fall: [
		'borgeren er faldet',
		'Min kollega er faldet ned fra stigen',
		'hun faldt i badet',
		'en kunde er kommet til skade',
		'brukeren har falt på gulvet',
		'omsorgstagaren har ramlat',
		'hon har trillat ur sängen',
		'the citizen has fallen',
		'a customer fell over the cable',
		'어르신이 넘어지셨어요',
		'직원이 다쳤어요'
	],
	medicine: [
		'han har ikke fået sin morgendosis',
		"he hasn't had his morning dose",
		'어르신이 아침 약을 못 드셨어요',
		'borgeren har fået forkert medicin',
		'hun har taget medicinen to gange',
		'gitt feil medisin',
		'fel medicin till brukaren',
		'gave the wrong medicine',
		'she took her pills twice',
		'약을 잘못 드렸어요',
		'인슐린을 두 번 맞았어요'
	],
	alarm: [
		'noedkald kommer ikke',
		'ingen alarmer på min telefon',
		'no alarms on my phone all evening',
		'nødkald kommer ikke',
		'alarmen kommer ikke ind på min telefon',
		'trygghetsalarmen virker ikke',
		'trygghetslarmet går inte fram',
		'emergency calls are not coming to my phone',
		'the alarm does not arrive',
		'비상벨이 안 와요',
		'응급호출이 안 울려요'
	],
	noEntry: [
		'jeg kan ikke komme ind til borgeren',
		'kommer ikke ind hos fru Holm',
		'borgeren åbner ikke',
		'kommer ikke inn til brukeren',
		'kommer inte in till omsorgstagaren',
		"can't get in to the citizen",
		'nobody answers the door',
		'이용자가 문을 안 열어요',
		'어르신 댁에 못 들어가요'
	]
};

const harmless = [
	'lås',
	'잠금',
	'prisen er faldet',
	'scanneren faldt på gulvet',
	'jeg er faldet af nettet',
	'priset har fallit',
	'the price fell',
	'i fell for a phishing mail',
	'frysealarmen i gang 4 hyler',
	'ordren har 112 linjer',
	'butik 112 har ingen net',
	'skærmen er død',
	'skjermen er skadet',
	'tablet viser forkert klokkeslæt',
	'the tablet is wrong',
	'kommer ikke ind på min mail',
	'jeg kan ikke komme ind i systemet',
	'kommer inte in i kassan',
	'printeren svarer ikke',
	'ingen svarer på mail',
	'ingen svarer, jeg har jo billetter',
	'printeren falder ud af nettet hver dag',
	'jeg falder ud af mødet',
	'nobody answers my ticket',
	'가격이 떨어졌어요',
	'단말기를 떨어뜨렸어요',
	'계약서를 인쇄해요',
	''
];

describe('dangerIn', () => {
	for (const [danger, texts] of Object.entries(spoken))
		it.each(texts)(`hears ${danger} in "%s"`, (text) => expect(dangerIn(text)).toBe(danger));
	it.each(harmless)('stays calm at "%s"', (text) => expect(dangerIn(text)).toBeNull());
});

it('knows what may lie behind a service', () => {
	expect(dangerBehind('door-locks')).toBe('noEntry');
	expect(dangerBehind('emergency-calls')).toBe('alarm');
	expect(dangerBehind('checkout')).toBeNull();
});
