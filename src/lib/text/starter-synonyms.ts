import type { Locale } from '#lib/domain/locale.ts';
import type { Synonyms } from './synonyms.ts';

// Words of the trade that guides and people choose differently: a start for the workplace's own list.
const lines: Record<Locale, string> = {
	da: `kodeord adgangskode password kode
		håndterminal scanner terminal pda
		telefon mobil smartphone arbejdstelefon
		kasse kassen pos kasseapparat
		bon kvittering kassebon
		betalingsterminal kortterminal dankortterminal
		wifi netværk trådløst
		internet net dækning forbindelse
		mail mailboks postkasse
		computer pc bærbar
		log logge login
		nøgle nøgleboks nøgleapp
		nødkald alarm tryghedsalarm
		vagtplan vagt skema
		pant flasker pantautomat
		dør hoveddør yderdør`,
	nb: `passord kode pin
		håndterminal skanner terminal pda
		telefon mobil smarttelefon jobbtelefon
		kasse kassa pos
		kvittering bong
		betalingsterminal bankterminal kortterminal
		wifi nettverk trådløst
		internett nett dekning forbindelse
		epost mail
		pc datamaskin maskin
		logge innlogging pålogging
		nøkkel nøkkelboks
		nødanrop trygghetsalarm alarm
		vaktplan turnus vakt
		pant flasker panteautomat
		dør ytterdør inngangsdør`,
	sv: `lösenord lösen kod
		handdator skanner handterminal pda
		telefon mobil mobiltelefon jobbtelefon
		kassa kassan pos
		kvitto kvittorulle
		betalterminal kortterminal kortläsare
		wifi nätverk trådlöst
		internet nät täckning uppkoppling
		mejl mail epost
		dator pc laptop
		logga inloggning
		nyckel nyckelbox
		larm trygghetslarm nödanrop
		schema pass arbetspass
		pant flaskor pantmaskin
		dörr ytterdörr`,
	en: `password pw passcode
		handheld scanner terminal pda
		phone mobile cell smartphone
		checkout till pos register
		receipt slip
		card terminal reader
		wifi wireless network
		internet coverage signal connection
		email mail inbox
		computer pc laptop
		login signin
		dead black blank
		frozen freeze stuck hangs
		alarm pendant emergency
		rota shift schedule
		deposit bottles
		swap change replace`,
	ko: `비밀번호 비번 암호 패스워드
		단말기 피디에이 pda 스캐너
		휴대폰 핸드폰 전화 업무폰 폰
		계산대 포스 pos 카운터
		영수증 영수증용지
		카드단말기 결제단말기 카드
		와이파이 wifi 무선
		인터넷 네트워크 통신
		메일 이메일
		컴퓨터 pc 노트북
		로그인 접속
		열쇠 키
		도어락 잠금 문
		비상벨 응급호출 호출
		근무표 스케줄 근무
		공병 빈병
		먹통 멈춤 멈췄어요`
};

/** The list that search starts with; an organisation's own groups are added to it. */
export function starterSynonyms(lang: Locale): Synonyms {
	return lines[lang].split('\n').map((line) => line.trim().split(' '));
}
