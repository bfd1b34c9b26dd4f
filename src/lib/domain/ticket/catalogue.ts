import type { GuideId } from '../ids.ts';
import type { DepartmentRow } from '../rows.ts';
import type { DeviceKind, Symptom } from './words.ts';

// What can be pointed at, and what it can do wrong, likeliest first. Kept in the app: it must be there on the first
// minute without network, and a change of it is a change of words in five languages anyway.

export type Audience = DepartmentRow['kind'];

const tiles: Record<Audience, readonly DeviceKind[]> = {
	store: [
		'handheld',
		'checkout',
		'card-terminal',
		'receipt-printer',
		'self-checkout',
		'scale',
		'label-printer',
		'shelf-label',
		'deposit-machine',
		'cash-drawer',
		'wifi',
		'computer',
		'printer',
		'badge',
		'other'
	],
	homecare: [
		'phone',
		'door-lock',
		'alarm-pendant',
		'medicine-dispenser',
		'key-box',
		'tablet',
		'wifi',
		'computer',
		'printer',
		'mail',
		'badge',
		'other'
	],
	office: ['computer', 'mail', 'printer', 'wifi', 'phone', 'tablet', 'badge', 'other']
};

/** The device tiles of a workplace, likeliest first; `other` is always the last. */
export const devicesOf = (audience: Audience): readonly DeviceKind[] => tiles[audience];

/** At most six, so that they fit on one screen without scrolling; `other` comes after them by itself. */
const known: Record<DeviceKind, readonly (readonly [Symptom, GuideId | null])[]> = {
	handheld: [
		['charge', 'handheld-cradle'],
		['black', 'handheld-wont-start'],
		['frozen', 'handheld-frozen'],
		['scan', 'scanner-not-reading'],
		['app', 'handheld-app-missing'],
		['cracked', 'handheld-cracked']
	],
	phone: [
		['connection', 'flight-mode'],
		['signin', 'reset-password'],
		['black', 'handheld-wont-start'],
		['battery', 'handheld-battery'],
		['app', 'handheld-app-missing'],
		['cracked', 'handheld-cracked']
	],
	tablet: [
		['black', 'handheld-wont-start'],
		['connection', 'wifi-store'],
		['sound', 'video-visit-no-sound'],
		['battery', 'handheld-battery'],
		['frozen', 'handheld-frozen'],
		['cracked', 'handheld-cracked']
	],
	checkout: [
		['frozen', 'pos-frozen'],
		['black', 'pos-wont-start'],
		['signin', 'pos-signin'],
		['connection', 'pos-offline'],
		['scan', null],
		['wrong', 'customer-display']
	],
	'self-checkout': [
		['wrong', 'self-checkout-weight'],
		['frozen', 'self-checkout-restart'],
		['black', 'self-checkout-restart'],
		['scan', null],
		['paper', 'receipt-printer-paper'],
		['connection', 'card-terminal-no-connection']
	],
	'card-terminal': [
		['connection', 'card-terminal-no-connection'],
		['wrong', 'card-terminal-declined'],
		['black', null],
		['frozen', null],
		['paper', 'receipt-printer-paper'],
		['cracked', null]
	],
	'receipt-printer': [
		['paper', 'receipt-printer-paper'],
		['print', 'receipt-printer-jam'],
		['black', null],
		['cracked', null]
	],
	'cash-drawer': [
		['open', 'cash-drawer'],
		['wrong', 'cash-drawer'],
		['cracked', null]
	],
	'label-printer': [
		['print', 'label-printer'],
		['connection', 'mobile-label-printer'],
		['paper', 'label-printer'],
		['black', null]
	],
	'shelf-label': [
		['wrong', 'price-tag-electronic'],
		['black', 'price-tag-electronic'],
		['battery', null],
		['cracked', null]
	],
	scale: [
		['wrong', 'scale-not-weighing'],
		['print', 'scale-not-weighing'],
		['black', null],
		['frozen', null]
	],
	'deposit-machine': [
		['wrong', 'deposit-machine'],
		['print', 'receipt-printer-paper'],
		['black', null],
		['sound', null]
	],
	printer: [
		['paper', 'printer-paper-jam'],
		['print', 'printer-stripes'],
		['connection', 'printer-not-found'],
		['signin', 'printer-follow-me'],
		['black', null]
	],
	computer: [
		['slow', 'pc-slow'],
		['signin', 'reset-password'],
		['black', 'pc-external-monitor'],
		['connection', 'vpn-connect'],
		['sound', 'meeting-no-sound'],
		['frozen', 'pc-slow']
	],
	wifi: [
		['connection', 'wifi-store'],
		['slow', 'wifi-store'],
		['signin', 'wifi-guest']
	],
	mail: [
		['signin', 'reset-password'],
		['app', 'mail-on-phone'],
		['slow', 'mail-full'],
		['open', 'mail-shared-mailbox']
	],
	'door-lock': [
		['open', 'digital-lock-wont-open'],
		['battery', 'digital-lock-battery'],
		['connection', 'digital-lock-wont-open'],
		['app', 'handheld-app-missing'],
		['cracked', null]
	],
	'key-box': [
		['wrong', 'key-box-code'],
		['open', 'key-box-code'],
		['cracked', null]
	],
	'alarm-pendant': [
		['alarm', 'emergency-call-not-received'],
		['wrong', 'emergency-call-test'],
		['sound', 'sensor-false-alarm'],
		['battery', 'emergency-call-test'],
		['cracked', null]
	],
	'medicine-dispenser': [
		['alarm', 'medicine-dispenser'],
		['wrong', 'medication-list-outdated'],
		['open', 'medicine-dispenser'],
		['connection', 'medicine-dispenser'],
		['black', null]
	],
	badge: [
		['signin', 'badge-login'],
		['open', null],
		['cracked', 'device-lost']
	],
	other: [
		['black', null],
		['frozen', null],
		['connection', 'outage-check'],
		['signin', 'reset-password'],
		['cracked', null]
	]
};

/** Where home care has an app or a thing of its own, its guide comes instead. */
const knownInHomecare: Partial<Record<DeviceKind, Partial<Record<Symptom, GuideId>>>> = {
	phone: { signin: 'care-app-signin' },
	tablet: { black: 'tablet-citizen-home', connection: 'tablet-citizen-home' },
	wifi: { connection: 'wifi-home-office', slow: 'wifi-home-office' }
};

export const symptomsOf = (kind: DeviceKind): readonly Symptom[] => [
	...known[kind].map(([symptom]) => symptom),
	'other'
];

/** The guide that is offered before the report, or null: then the flow goes straight on. */
export function guideFor(kind: DeviceKind | null, symptom: Symptom | null, audience: Audience): GuideId | null {
	if (!kind || !symptom) return null;
	const here = audience === 'homecare' ? knownInHomecare[kind]?.[symptom] : undefined;
	return here ?? known[kind].find(([other]) => other === symptom)?.[1] ?? null;
}
