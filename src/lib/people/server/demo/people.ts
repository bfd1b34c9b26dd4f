import type { Locale } from '#lib/domain/locale.ts';
import type { Role } from '#lib/domain/roles.ts';
import { demoId } from '#lib/server/demo-id.ts';
import { demoOrganisations } from './organisations.ts';

// Everybody in the demo. One at least in every role; most on the floor have no e-mail address, as in life.

export type DemoPerson = {
	n: number;
	organisation: 1 | 2;
	/** Code of the department. */
	department: string;
	employeeNumber: string;
	name: string;
	job: string;
	roles: Role[];
	locale: Locale;
	email: string | null;
	/** Rights at the other customer's. */
	grant?: Role[];
	/** What one sees as them; those without are colleagues in the background. */
	face?: DemoFace;
};
export type DemoFace =
	| 'reports'
	| 'findsHelp'
	| 'helps'
	| 'takes'
	| 'reads'
	| 'korean'
	| 'homecareDesk'
	| 'solves'
	| 'trains'
	| 'writes'
	| 'owns'
	| 'administers'
	| 'administersCare';

type Row = [
	n: number,
	department: string,
	number: string,
	name: string,
	job: string,
	roles: Role[],
	more?: Partial<DemoPerson>
];

const person =
	(organisation: 1 | 2) =>
	([n, department, employeeNumber, name, job, roles, more]: Row): DemoPerson => ({
		n,
		organisation,
		department,
		employeeNumber,
		name,
		job,
		roles,
		locale: 'da',
		email: null,
		...more
	});

const mail = (name: string) => ({ email: `${name}@example.org` });

const shops: Row[] = [
	[1, '214', '204417', 'Mette Kjær', 'Kasse', ['employee'], { face: 'reports' }],
	[2, '214', '203981', 'Yusuf Demir', 'Salgsassistent', ['employee', 'superuser'], { face: 'helps', ...mail('yusuf') }],
	[3, '214', '205120', 'Signe Lykke', 'Bager', ['employee']],
	[4, '214', '205133', 'Per Holst', 'Lager', ['employee']],
	[5, '087', '201874', 'Lars Holm', 'Kasse', ['employee']],
	[6, '087', '206002', '김서연', '진열', ['employee'], { locale: 'ko', face: 'korean' }],
	[7, '087', '202210', 'Nils Haugen', 'Avdelingsleder', ['employee', 'superuser'], { locale: 'nb', ...mail('nils') }],
	[8, '031', '204950', 'Per Madsen', 'Varebestilling', ['employee']],
	[9, '114', '203377', 'Lene Friis', 'Frugt og grønt', ['employee']],
	[10, '152', '205641', 'Ingrid Berglund', 'Kassa', ['employee'], { locale: 'sv' }],
	[11, '306', '206118', 'Tom Barker', 'Checkout', ['employee'], { locale: 'en' }],
	[12, '306', '202904', 'Camilla Juhl', 'Souschef', ['employee', 'superuser'], mail('camilla')],
	[
		13,
		'900',
		'100210',
		'Karen Holm',
		'Leder, Butikker Nord',
		['employee', 'manager'],
		{ face: 'reads', ...mail('karen') }
	],
	[14, '910', '100301', 'Anna Lind', 'IT-supporter', ['agent'], { face: 'takes', grant: ['agent'], ...mail('anna') }],
	[15, '910', '100302', 'Emil Sand', 'Netværk', ['specialist'], { face: 'solves', ...mail('emil') }],
	[
		16,
		'910',
		'100303',
		'Freja Bang',
		'IT-supporter og træner',
		['agent', 'trainer'],
		{ face: 'trains', ...mail('freja') }
	],
	[17, '910', '100304', 'Oskar Dahl', 'Skriver guider', ['employee', 'editor'], { face: 'writes', ...mail('oskar') }],
	[
		18,
		'910',
		'100305',
		'Birgit Lund',
		'Ejer af kassesystemet',
		['employee', 'systemOwner'],
		{ face: 'owns', ...mail('birgit') }
	],
	[
		19,
		'910',
		'100306',
		'Hanne Vester',
		'IT-leder',
		['employee', 'administrator'],
		{ face: 'administers', ...mail('hanne') }
	]
];

const homecare: Row[] = [
	[1, 'HV', '51207', 'Amira Saleh', 'SOSU-assistent', ['employee'], { face: 'findsHelp' }],
	[2, 'HV', '50833', 'Ruth Krogh', 'Sygeplejerske', ['employee', 'superuser'], mail('ruth')],
	[3, 'HV', '51344', 'Bo Winther', 'SOSU-hjælper', ['employee']],
	[4, 'HN', '51902', 'Nikolaj Bruun', 'SOSU-hjælper', ['employee']],
	[5, 'HO', '50991', 'Pia Lang', 'SOSU-assistent', ['employee']],
	[6, 'HO', '50412', 'Dorthe Munk', 'Distriktsleder', ['employee', 'manager'], mail('dorthe')],
	[7, 'HS', '51650', 'Fatima Noor', 'SOSU-hjælper', ['employee']],
	[8, 'IT', '40101', 'Jonas Berg', 'IT-supporter', ['agent'], { face: 'homecareDesk', ...mail('jonas') }],
	[
		9,
		'IT',
		'40102',
		'Mikkel Thorsen',
		'IT-leder',
		['employee', 'administrator'],
		{ face: 'administersCare', ...mail('mikkel') }
	],
	[10, 'IT', '40103', 'Sofie Agerskov', 'Ejer af omsorgsjournalen', ['employee', 'systemOwner'], mail('sofie')]
];

export const demoPeople: DemoPerson[] = [...shops.map(person(1)), ...homecare.map(person(2))];

export const demoPersonId = ({ organisation, n }: Pick<DemoPerson, 'organisation' | 'n'>) =>
	demoId('person', organisation, n);

const order: DemoFace[] = [
	'reports',
	'findsHelp',
	'helps',
	'takes',
	'reads',
	'korean',
	'homecareDesk',
	'solves',
	'trains',
	'writes',
	'owns',
	'administers',
	'administersCare'
];

/** Who can be chosen, in the order of the day: the floor first, then the desk, then those who look after it. */
export const demoFaces = order.flatMap((face) =>
	demoPeople
		.filter((one) => one.face === face)
		.map((one) => {
			const home = demoOrganisations.find(({ n }) => n === one.organisation);
			return {
				personId: demoPersonId(one),
				organisationId: demoId('organisation', one.organisation, 1),
				name: one.name,
				locale: one.locale,
				place: home?.departments.find(({ code }) => code === one.department)?.name ?? '',
				face
			};
		})
);
