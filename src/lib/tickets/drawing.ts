import type { Report } from '#lib/domain/ticket/event.ts';
import type { Symptom } from '#lib/domain/ticket/words.ts';

/** Names of drawings in the sprite. A thing has the drawing of its own name. */

const symptoms: Record<Symptom, string> = {
	charge: 'symptom-charge',
	black: 'symptom-black',
	frozen: 'symptom-frozen',
	scan: 'symptom-scan',
	app: 'symptom-app',
	cracked: 'symptom-cracked',
	connection: 'wifi',
	paper: 'receipt-printer',
	print: 'printer',
	sound: 'ring',
	signin: 'password',
	open: 'door-lock',
	battery: 'symptom-charge',
	alarm: 'alarm-pendant',
	wrong: 'broken',
	slow: 'symptom-frozen',
	other: 'symptom-other'
};
export const symptomDrawing = (symptom: Symptom): string => symptoms[symptom];

const topics: Record<Report['topic'], string> = {
	broken: 'broken',
	password: 'password',
	access: 'access',
	order: 'order',
	booking: 'booking',
	question: 'symptom-other'
};

export const deviceDrawing = (kind: NonNullable<Report['deviceKind']>): string =>
	kind === 'other' ? 'symptom-other' : kind;

export const caseDrawing = ({ topic, deviceKind }: Pick<Report, 'topic' | 'deviceKind'>): string =>
	deviceKind ? deviceDrawing(deviceKind) : topics[topic];
