import type { Report } from '#lib/domain/ticket/event.ts';
import type { DeviceKind, Symptom } from '#lib/domain/ticket/words.ts';
import { m } from '#lib/paraglide/messages.js';

/** The words of things and of what they do, in the reader's language, and the title of a case made of them. */

const devices: Record<DeviceKind, () => string> = {
	handheld: m.tickets_device_handheld,
	phone: m.tickets_device_phone,
	tablet: m.tickets_device_tablet,
	checkout: m.tickets_device_checkout,
	'self-checkout': m.tickets_device_self_checkout,
	'card-terminal': m.tickets_device_card_terminal,
	'receipt-printer': m.tickets_device_receipt_printer,
	'cash-drawer': m.tickets_device_cash_drawer,
	'label-printer': m.tickets_device_label_printer,
	'shelf-label': m.tickets_device_shelf_label,
	scale: m.tickets_device_scale,
	'deposit-machine': m.tickets_device_deposit_machine,
	printer: m.tickets_device_printer,
	computer: m.tickets_device_computer,
	wifi: m.tickets_device_wifi,
	mail: m.tickets_device_mail,
	'door-lock': m.tickets_device_door_lock,
	'key-box': m.tickets_device_key_box,
	'alarm-pendant': m.tickets_device_alarm_pendant,
	'medicine-dispenser': m.tickets_device_medicine_dispenser,
	badge: m.tickets_device_badge,
	other: m.tickets_device_other
};

/** `verb`: the words go on from the thing's name ("Handheld does not charge"); the others stand after a colon. */
type Phrase = { words: () => string; verb?: true };

const symptoms: Record<Symptom, Phrase> = {
	charge: { words: m.tickets_symptom_charge, verb: true },
	black: { words: m.tickets_symptom_black },
	frozen: { words: m.tickets_symptom_frozen, verb: true },
	scan: { words: m.tickets_symptom_scan, verb: true },
	app: { words: m.tickets_symptom_app },
	cracked: { words: m.tickets_symptom_cracked },
	connection: { words: m.tickets_symptom_connection },
	paper: { words: m.tickets_symptom_paper },
	print: { words: m.tickets_symptom_print, verb: true },
	sound: { words: m.tickets_symptom_sound },
	signin: { words: m.tickets_symptom_signin },
	open: { words: m.tickets_symptom_open, verb: true },
	battery: { words: m.tickets_symptom_battery, verb: true },
	alarm: { words: m.tickets_symptom_alarm },
	wrong: { words: m.tickets_symptom_wrong, verb: true },
	slow: { words: m.tickets_symptom_slow },
	other: { words: m.tickets_symptom_other }
};

const start: Phrase = { words: m.tickets_symptom_start, verb: true };
const damaged: Phrase = { words: m.tickets_symptom_damaged };
const verb = (words: () => string): Phrase => ({ words, verb: true });

/** What the same symptom is called on a certain thing: a scale that is wrong weighs wrong. */
const own: Partial<Record<DeviceKind, Partial<Record<Symptom, Phrase>>>> = {
	checkout: { wrong: verb(m.tickets_symptom_amount) },
	'self-checkout': { wrong: verb(m.tickets_symptom_unexpected) },
	'card-terminal': { wrong: verb(m.tickets_symptom_declines), cracked: damaged },
	'receipt-printer': { black: start, cracked: damaged },
	'cash-drawer': { wrong: verb(m.tickets_symptom_closes), cracked: damaged },
	'label-printer': { black: start },
	'shelf-label': { wrong: verb(m.tickets_symptom_price), cracked: damaged },
	scale: { wrong: verb(m.tickets_symptom_weighs), black: start },
	'deposit-machine': { wrong: verb(m.tickets_symptom_bottles), black: start, cracked: damaged },
	printer: { black: start, signin: { words: m.tickets_symptom_release } },
	mail: {
		app: { words: m.tickets_symptom_on_phone },
		slow: { words: m.tickets_symptom_full },
		open: { words: m.tickets_symptom_shared }
	},
	'door-lock': { cracked: damaged },
	'key-box': { wrong: { words: m.tickets_symptom_code }, cracked: damaged },
	'alarm-pendant': {
		wrong: verb(m.tickets_symptom_test),
		sound: { words: m.tickets_symptom_falsely },
		cracked: damaged
	},
	'medicine-dispenser': {
		alarm: verb(m.tickets_symptom_beeps),
		wrong: { words: m.tickets_symptom_medicine },
		black: start
	},
	badge: { signin: verb(m.tickets_symptom_recognised), cracked: { words: m.tickets_symptom_lost } },
	other: { black: start, cracked: damaged }
};

const phraseOf = (kind: DeviceKind, symptom: Symptom): Phrase => own[kind]?.[symptom] ?? symptoms[symptom];

export const deviceWord = (kind: DeviceKind): string => devices[kind]();
export const symptomWord = (kind: DeviceKind, symptom: Symptom): string => phraseOf(kind, symptom).words();

const topics: Record<Report['topic'], () => string> = {
	broken: m.tickets_topic_broken,
	password: m.tickets_topic_password,
	access: m.tickets_topic_access,
	order: m.tickets_topic_order,
	booking: m.tickets_topic_booking,
	question: m.tickets_topic_question
};
export const topicWord = (topic: Report['topic']): string => topics[topic]();

const titleLimit = 80;

function firstLine(text: string): string {
	const line = text.trim().split('\n', 1)[0]?.trim() ?? '';
	const letters = [...line];
	return letters.length > titleLimit
		? `${letters
				.slice(0, titleLimit - 1)
				.join('')
				.trimEnd()}…`
		: line;
}

/**
 * What a case is called for the one who reads it, whatever language it was written in.
 * @param name the thing's own name in the register ("Handheld 7"), where it is known
 */
export function caseTitle(
	{ topic, deviceKind, symptom, text }: Pick<Report, 'topic' | 'deviceKind' | 'symptom' | 'text'>,
	name?: string | null
): string {
	const said = firstLine(text);
	if (!deviceKind) return said || topicWord(topic);
	const device = name ?? (deviceKind === 'other' ? m.tickets_device_thing() : deviceWord(deviceKind));
	if (!symptom || symptom === 'other') {
		if (deviceKind === 'other' && !name) return said || deviceWord('other');
		return said ? `${device}: ${said}` : device;
	}
	const { words, verb } = phraseOf(deviceKind, symptom);
	return `${device}${verb ? '' : ':'} ${lowerFirst(words())}`;
}

const lowerFirst = (words: string): string => words.charAt(0).toLocaleLowerCase() + words.slice(1);
