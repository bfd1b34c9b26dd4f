import type { Locale } from '#lib/domain/locale.ts';
import type { DepartmentRow, Phone } from '#lib/domain/rows.ts';

// Two customers, both invented: a shop chain and a municipality's home care. They share one IT desk's agent, nothing else.

export type DemoOrganisation = {
	n: 1 | 2;
	slug: string;
	name: string;
	timeZone: string;
	locale: Locale;
	departments: {
		n: number;
		code: string;
		name: string;
		kind: DepartmentRow['kind'];
		headcount: number;
		dutyPhone: string | null;
	}[];
	phones: Phone[];
	/** Weekdays 1–5, Saturday 6, Sunday 7. */
	hours: { channel: 'desk' | 'phone' | 'counter'; weekdays: number[]; opens: string; closes: string }[];
};

const shop = (n: number, code: string, place: string, headcount: number) =>
	({ n, code, name: `Butik ${code}, ${place}`, kind: 'store', headcount, dutyPhone: '70 10 20 39' }) as const;
const district = (n: number, code: string, place: string, headcount: number) =>
	({ n, code, name: `Hjemmepleje ${place}`, kind: 'homecare', headcount, dutyPhone: `70 10 20 4${n}` }) as const;
const office = (n: number, code: string, name: string, headcount: number) =>
	({ n, code, name, kind: 'office', headcount, dutyPhone: null }) as const;

const workdays = [1, 2, 3, 4, 5];
const allDays = [1, 2, 3, 4, 5, 6, 7];

export const demoOrganisations: DemoOrganisation[] = [
	{
		n: 1,
		slug: 'kloeverkoeb',
		name: 'Kløverkøb',
		timeZone: 'Europe/Copenhagen',
		locale: 'da',
		departments: [
			shop(1, '214', 'Nørrebro', 24),
			shop(2, '087', 'Valby', 31),
			shop(3, '031', 'Amager', 19),
			shop(4, '114', 'Roskilde', 27),
			shop(5, '152', 'Aarhus C', 35),
			shop(6, '306', 'Odense', 22),
			office(7, '900', 'Butikker Nord', 8),
			office(8, '910', 'IT, skranken', 12)
		],
		phones: [
			{ purpose: 'it', number: '70 10 20 30', label: 'IT', alwaysOpen: false },
			{ purpose: 'duty', number: '70 10 20 39', label: 'Butiksvagten', alwaysOpen: true },
			{ purpose: 'emergency', number: '112', label: 'Alarmcentralen', alwaysOpen: true }
		],
		hours: [
			{ channel: 'desk', weekdays: workdays, opens: '07:00', closes: '20:00' },
			{ channel: 'desk', weekdays: [6, 7], opens: '08:00', closes: '18:00' },
			{ channel: 'phone', weekdays: workdays, opens: '07:00', closes: '20:00' },
			{ channel: 'phone', weekdays: [6, 7], opens: '08:00', closes: '18:00' },
			{ channel: 'counter', weekdays: workdays, opens: '09:00', closes: '11:30' },
			{ channel: 'counter', weekdays: workdays, opens: '12:00', closes: '15:00' }
		]
	},
	{
		n: 2,
		slug: 'elmelund',
		name: 'Elmelund Kommune',
		timeZone: 'Europe/Copenhagen',
		locale: 'da',
		departments: [
			district(1, 'HV', 'Vest', 42),
			district(2, 'HO', 'Øst', 38),
			district(3, 'HN', 'Nord', 35),
			district(4, 'HS', 'Syd', 29),
			office(5, 'IT', 'IT-afdelingen', 11)
		],
		phones: [
			{ purpose: 'it', number: '70 10 20 40', label: 'IT', alwaysOpen: false },
			{ purpose: 'duty', number: '70 10 20 49', label: 'Sygeplejevagten', alwaysOpen: true },
			{ purpose: 'emergency', number: '112', label: 'Alarmcentralen', alwaysOpen: true }
		],
		hours: [
			{ channel: 'desk', weekdays: workdays, opens: '07:30', closes: '16:00' },
			{ channel: 'phone', weekdays: allDays, opens: '07:00', closes: '22:00' },
			{ channel: 'counter', weekdays: [1, 3, 4], opens: '10:00', closes: '14:00' }
		]
	}
];

/** Closed days of the year in which the demo was first started and of the next. */
export const demoHolidays = (
	year: number
): { day: string; name: string; opens: string | null; closes: string | null }[] =>
	[year, year + 1].flatMap((y) => [
		{ day: `${y}-01-01`, name: 'Nytårsdag', opens: null, closes: null },
		{ day: `${y}-06-05`, name: 'Grundlovsdag', opens: '08:00', closes: '12:00' },
		{ day: `${y}-12-24`, name: 'Juleaften', opens: '08:00', closes: '12:00' },
		{ day: `${y}-12-25`, name: '1. juledag', opens: null, closes: null },
		{ day: `${y}-12-26`, name: '2. juledag', opens: null, closes: null },
		{ day: `${y}-12-31`, name: 'Nytårsaften', opens: '08:00', closes: '14:00' }
	]);
