import type { DepartmentRow } from '#lib/domain/rows.ts';
import type { DeviceKind } from '#lib/domain/ticket/words.ts';

// What stands at each kind of workplace. The label is the workplace's code, a letter and a number: 214-H7.
type Stock = { kind: DeviceKind; letter: string; count: number; name: string; places: string[] };

const stock: Record<DepartmentRow['kind'], Stock[]> = {
	store: [
		{ kind: 'handheld', letter: 'H', count: 9, name: 'Håndterminal', places: ['Lager', 'Gulv', 'Varemodtagelse'] },
		{ kind: 'checkout', letter: 'K', count: 4, name: 'Kasse', places: ['Kasselinjen'] },
		{ kind: 'self-checkout', letter: 'S', count: 2, name: 'Selvbetjening', places: ['Ved udgangen'] },
		{
			kind: 'card-terminal',
			letter: 'T',
			count: 4,
			name: 'Kortterminal',
			places: ['Kasse 1', 'Kasse 2', 'Kasse 3', 'Kasse 4']
		},
		{
			kind: 'receipt-printer',
			letter: 'B',
			count: 4,
			name: 'Bonprinter',
			places: ['Kasse 1', 'Kasse 2', 'Kasse 3', 'Kasse 4']
		},
		{ kind: 'label-printer', letter: 'E', count: 1, name: 'Etiketprinter', places: ['Baglokalet'] },
		{ kind: 'scale', letter: 'V', count: 2, name: 'Vægt', places: ['Frugt og grønt', 'Bageren'] },
		{ kind: 'deposit-machine', letter: 'F', count: 1, name: 'Flaskeautomat', places: ['Indgangen'] },
		{ kind: 'computer', letter: 'C', count: 1, name: 'Kontorcomputer', places: ['Kontoret'] }
	],
	homecare: [
		{ kind: 'phone', letter: 'M', count: 12, name: 'Arbejdstelefon', places: ['Udlånt'] },
		{ kind: 'tablet', letter: 'P', count: 3, name: 'Tablet', places: ['Gruppelokalet'] },
		{ kind: 'door-lock', letter: 'L', count: 6, name: 'Elektronisk dørlås', places: ['Hos borger'] },
		{ kind: 'key-box', letter: 'N', count: 2, name: 'Nøgleboks', places: ['Hos borger', 'Garagen'] },
		{ kind: 'medicine-dispenser', letter: 'D', count: 3, name: 'Medicinautomat', places: ['Hos borger'] },
		{ kind: 'alarm-pendant', letter: 'A', count: 4, name: 'Nødkald', places: ['Hos borger'] },
		{ kind: 'printer', letter: 'R', count: 1, name: 'Printer', places: ['Gruppelokalet'] }
	],
	office: [
		{ kind: 'computer', letter: 'C', count: 4, name: 'Computer', places: ['Kontoret'] },
		{ kind: 'printer', letter: 'R', count: 1, name: 'Printer', places: ['Gangen'] }
	]
};

export const demoDevices = (department: { code: string; kind: DepartmentRow['kind'] }) =>
	stock[department.kind].flatMap(({ kind, letter, count, name, places }) =>
		Array.from({ length: count }, (_, at) => ({
			assetTag: `${department.code}-${letter}${at + 1}`,
			kind,
			name: `${name} ${at + 1}`,
			place: places[at % places.length] ?? null
		}))
	);
