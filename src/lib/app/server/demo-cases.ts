import type { Urgency } from '#lib/domain/ticket/words.ts';
import type { Report } from '#lib/domain/ticket/event.ts';

// What has happened before somebody opens the demo for the first time: a morning, in minutes before that moment.

export type Step = { minutesAgo: number; who: string; kind: string; payload?: Record<string, unknown> };
export type DemoCase = {
	organisation: 1 | 2;
	reference: string;
	/** Whose case it is, when somebody else wrote it. */
	requester?: string;
	report: Step & { payload: Report };
	then: Step[];
};

const report = (
	minutesAgo: number,
	who: string,
	urgency: Urgency,
	text: string,
	more: Partial<Report>
): DemoCase['report'] => ({
	minutesAgo,
	who,
	kind: 'ticket.report',
	payload: {
		topic: 'broken',
		deviceKind: null,
		assetTag: null,
		symptom: null,
		text,
		urgency,
		tried: [],
		photos: [],
		locale: 'da',
		...more
	}
});
const step = (minutesAgo: number, who: string, kind: string, payload: Record<string, unknown> = {}): Step => ({
	minutesAgo,
	who,
	kind: `ticket.${kind}`,
	payload
});
const answer = (minutesAgo: number, who: string, text: string) => step(minutesAgo, who, 'answer', { text, photos: [] });
const solve = (minutesAgo: number, who: string, text: string, guideId: string | null = null) =>
	step(minutesAgo, who, 'resolve', { text, solutionPoint: 'firstLine', guideId });

const terminal = { deviceKind: 'card-terminal', symptom: 'connection' } as const;

export const demoCases: DemoCase[] = [
	{
		organisation: 1,
		reference: 'H7K4',
		report: report(48, 'Mette Kjær', 'medium', 'Den lader ikke i holderen. Den døde midt i en optælling.', {
			deviceKind: 'handheld',
			assetTag: '214-H7',
			symptom: 'charge',
			tried: [{ guideId: 'handheld-cradle', steps: 5, worked: false }]
		}),
		then: [
			step(41, 'Anna Lind', 'take'),
			step(40, 'Anna Lind', 'ask', {
				text: 'Lyser lampen i holderen, når du sætter terminalen i?',
				choices: ['Grønt', 'Den blinker rødt', 'Slet ikke']
			})
		]
	},
	{
		organisation: 1,
		reference: 'T2QX',
		report: report(
			31,
			'Lars Holm',
			'high',
			'Terminalen står og tænker. Kunderne kan kun betale kontant. Vi har kø ned til brødet.',
			{
				...terminal,
				assetTag: '087-T2',
				tried: [{ guideId: 'card-terminal-no-connection', steps: 6, worked: false }]
			}
		),
		then: [
			step(24, 'Emil Sand', 'see'),
			step(22, 'Emil Sand', 'note', { text: 'Ringede til leverandøren. De ser det samme i hele landet.' })
		]
	},
	{
		organisation: 1,
		reference: 'T8MN',
		report: report(26, 'Per Madsen', 'high', 'Kortterminalen på kasse 1 siger ingen forbindelse.', {
			...terminal,
			assetTag: '031-T1'
		}),
		then: []
	},
	{
		organisation: 1,
		reference: 'T5RD',
		report: report(19, 'Lene Friis', 'medium', 'To af vores kortterminaler er gået i stå.', {
			...terminal,
			assetTag: '114-T3'
		}),
		then: []
	},
	{
		organisation: 1,
		reference: 'P6KS',
		report: report(75, '김서연', 'medium', 'PIN을 잊어버렸어요. 계산대에 로그인할 수 없어요.', {
			topic: 'password',
			locale: 'ko'
		}),
		then: [
			step(66, 'Freja Bang', 'take'),
			answer(64, 'Freja Bang', '새 PIN 쪽지를 부점장에게 보냈어요. 로그인한 뒤 새 PIN을 정해 주세요.')
		]
	},
	{
		organisation: 1,
		reference: 'V3GW',
		report: report(1_520, 'Signe Lykke', 'low', 'Vægten ved bageren viser 20 gram for meget.', {
			deviceKind: 'scale',
			assetTag: '214-V2',
			symptom: 'wrong'
		}),
		then: [
			step(1_490, 'Freja Bang', 'take'),
			solve(1_440, 'Freja Bang', 'Vægten er nulstillet med tom plade. Gør det hver morgen, før den bruges.'),
			step(1_380, 'Signe Lykke', 'confirm')
		]
	},
	{
		organisation: 1,
		reference: 'C9HJ',
		report: report(260, 'Per Holst', 'medium', 'Skærmen er revnet efter et fald på lageret.', {
			deviceKind: 'handheld',
			assetTag: '214-H3',
			symptom: 'cracked'
		}),
		then: [
			step(235, 'Anna Lind', 'take'),
			solve(180, 'Anna Lind', 'Tag 214-H9 i stedet. Den revnede hentes i morgen med varebilen.')
		]
	},
	{
		organisation: 1,
		reference: 'E4BZ',
		report: report(130, 'Ingrid Berglund', 'low', 'Etiketterna kommer ut sneda.', {
			deviceKind: 'label-printer',
			assetTag: '152-E1',
			symptom: 'print',
			locale: 'sv'
		}),
		then: [
			step(110, 'Emil Sand', 'take'),
			answer(100, 'Emil Sand', 'Jag tittar på den i dag. Stäng luckan ordentligt tills dess.')
		]
	},
	{
		organisation: 1,
		reference: 'W7NP',
		requester: 'Signe Lykke',
		report: report(12, 'Yusuf Demir', 'low', 'Signe har brug for en ny bonrulle-holder til kasse 4.', {
			topic: 'order'
		}),
		then: []
	},
	{
		organisation: 2,
		reference: 'K5DR',
		report: report(14, 'Amira Saleh', 'high', 'Låsen blinker rødt hos borgeren, og jeg kan ikke komme ind.', {
			deviceKind: 'door-lock',
			assetTag: 'HV-L3',
			symptom: 'open',
			tried: [{ guideId: 'digital-lock-wont-open', steps: 7, worked: false }]
		}),
		then: [step(9, 'Jonas Berg', 'see')]
	},
	{
		organisation: 2,
		reference: 'A8FM',
		report: report(145, 'Nikolaj Bruun', 'medium', 'Jeg er ny og kan ikke se medicinlisten for min rute.', {
			topic: 'access'
		}),
		then: [
			step(120, 'Jonas Berg', 'take'),
			answer(118, 'Jonas Berg', 'Jeg har bedt Dorthe om at godkende. Du hører fra mig inden frokost.')
		]
	},
	{
		organisation: 2,
		reference: 'B2VT',
		report: report(400, 'Pia Lang', 'medium', 'Telefonen slukker ved 30 procent.', {
			deviceKind: 'phone',
			assetTag: 'HO-M4',
			symptom: 'battery'
		}),
		then: [
			step(360, 'Anna Lind', 'take'),
			solve(330, 'Anna Lind', 'Telefonen er opdateret og genstartet.'),
			step(95, 'Pia Lang', 'reopen', { text: 'Den slukkede igen i dag ved 34 procent.' })
		]
	},
	{
		organisation: 2,
		reference: 'R6CQ',
		report: report(210, 'Bo Winther', 'low', 'Printeren i gruppelokalet har papirstop.', {
			deviceKind: 'printer',
			assetTag: 'HV-R1',
			symptom: 'paper'
		}),
		then: [step(200, 'Bo Winther', 'withdraw')]
	}
];
