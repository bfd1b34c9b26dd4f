import type { Locale } from '#lib/domain/locale.ts';

// The services that the starter guides name (content/FORMAT.md), as a shop chain and a home care would call them.
export type ServiceNames = Record<Locale, string>;

const names = (en: string, da: string, nb: string, sv: string, ko: string): ServiceNames => ({ en, da, nb, sv, ko });

const everywhere: Record<string, ServiceNames> = {
	identity: names(
		'Sign-in and PIN',
		'Login og PIN-kode',
		'Innlogging og PIN-kode',
		'Inloggning och PIN-kod',
		'로그인과 PIN'
	),
	'work-phone': names('Work phone', 'Arbejdstelefon', 'Jobbtelefon', 'Arbetstelefon', '업무용 전화'),
	printing: names('Printing', 'Print', 'Utskrift', 'Utskrift', '인쇄'),
	wifi: names('Wi-Fi', 'Wi-fi', 'Wi-fi', 'Wi-fi', '와이파이'),
	vpn: names('Access from outside', 'Adgang udefra', 'Tilgang utenfra', 'Åtkomst utifrån', '외부 접속'),
	'mobile-network': names('Mobile network', 'Mobilnet', 'Mobilnett', 'Mobilnät', '이동통신망'),
	'mail-calendar': names(
		'Mail and calendar',
		'Mail og kalender',
		'E-post og kalender',
		'E-post och kalender',
		'메일과 일정'
	),
	meetings: names('Meetings on screen', 'Møder på skærm', 'Møter på skjerm', 'Möten på skärm', '화상 회의'),
	files: names('Files', 'Filer', 'Filer', 'Filer', '파일'),
	'workplace-pc': names('Computer', 'Computer', 'Datamaskin', 'Dator', '컴퓨터'),
	security: names('Security', 'Sikkerhed', 'Sikkerhet', 'Säkerhet', '보안'),
	'hr-time': names('Shifts and time', 'Vagtplan og tid', 'Vaktplan og tid', 'Schema och tid', '근무표와 시간'),
	'e-learning': names('E-learning', 'E-læring', 'E-læring', 'E-lärande', '온라인 교육'),
	'it-support': names('IT help', 'IT-hjælp', 'IT-hjelp', 'IT-hjälp', 'IT 지원')
};

const inShops: Record<string, ServiceNames> = {
	'store-handheld': names('Handheld', 'Håndterminal', 'Håndterminal', 'Handdator', '휴대 단말기'),
	checkout: names('Checkout', 'Kasse', 'Kasse', 'Kassa', '계산대'),
	payment: names('Card payment', 'Kortbetaling', 'Kortbetaling', 'Kortbetalning', '카드 결제'),
	'self-checkout': names('Self-checkout', 'Selvbetjening', 'Selvbetjening', 'Självscanning', '셀프 계산대'),
	ordering: names('Ordering goods', 'Varebestilling', 'Varebestilling', 'Varubeställning', '상품 발주'),
	'shelf-labels': names('Shelf labels', 'Hyldeforkanter', 'Hylleetiketter', 'Hyllkantsetiketter', '선반 가격표'),
	'scales-labels': names(
		'Scales and labels',
		'Vægte og etiketter',
		'Vekter og etiketter',
		'Vågar och etiketter',
		'저울과 라벨'
	),
	deposit: names('Bottle return', 'Flaskeautomat', 'Panteautomat', 'Pantautomat', '공병 회수기')
};

const inHomecare: Record<string, ServiceNames> = {
	'care-record': names('Care record', 'Omsorgsjournal', 'Pasientjournal', 'Omsorgsjournal', '돌봄 기록'),
	'route-planner': names('Visit list', 'Køreliste', 'Arbeidsliste', 'Besökslista', '방문 일정'),
	'door-locks': names('Door locks', 'Dørlåse', 'Dørlåser', 'Dörrlås', '도어록'),
	'emergency-calls': names('Emergency calls', 'Nødkald', 'Trygghetsalarm', 'Trygghetslarm', '비상 호출'),
	medication: names('Medication', 'Medicin', 'Medisin', 'Läkemedel', '투약'),
	'video-visits': names('Video visits', 'Skærmbesøg', 'Skjermbesøk', 'Videobesök', '화상 방문')
};

/** A guide may name any of them, so both customers have all; the other one's stand last. */
export const demoServices: Record<string, ServiceNames> = { ...everywhere, ...inShops, ...inHomecare };
