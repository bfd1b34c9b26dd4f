// Constants without a schema: screens load these, schemas are made of them where input is checked.

/** What a person can point at. The drawing of the same name shows it; `other` shows none. */
export const deviceKinds = [
	'handheld',
	'phone',
	'tablet',
	'checkout',
	'self-checkout',
	'card-terminal',
	'receipt-printer',
	'cash-drawer',
	'label-printer',
	'shelf-label',
	'scale',
	'deposit-machine',
	'printer',
	'computer',
	'wifi',
	'mail',
	'door-lock',
	'key-box',
	'alarm-pendant',
	'medicine-dispenser',
	'badge',
	'other'
] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export const symptoms = [
	'charge',
	'black',
	'frozen',
	'scan',
	'app',
	'cracked',
	'connection',
	'paper',
	'print',
	'sound',
	'signin',
	'open',
	'battery',
	'alarm',
	'wrong',
	'slow',
	'other'
] as const;
export type Symptom = (typeof symptoms)[number];

/** What the case is about, chosen by the tile on Home. Privacy is a property of the topic. */
export const topics = ['broken', 'password', 'access', 'order', 'booking', 'question'] as const;
export type Topic = (typeof topics)[number];

export const ticketTypes = ['incident', 'service_request', 'problem', 'change', 'event', 'question'] as const;
export type TicketType = (typeof ticketTypes)[number];

/** "Can you keep working?" yes / with difficulty / no. */
export const urgencies = ['low', 'medium', 'high'] as const;
export type Urgency = (typeof urgencies)[number];

/** One person, a whole workplace, several workplaces. */
export const impacts = ['person', 'workplace', 'organisation'] as const;
export type Impact = (typeof impacts)[number];

export const solutionPoints = ['prevented', 'self', 'superuser', 'firstLine', 'specialist', 'supplier'] as const;
export type SolutionPoint = (typeof solutionPoints)[number];

/** Longest text a person may write in one field, in UTF-16 units. Longer is refused with a sentence, never cut. */
export const textLimit = 10_000;
/** Turns of a talk that go along with a report. */
export const saidLimit = 200;
export const photoLimit = 6;
/** Largest photo after shrinking on the device, in bytes. The original may be larger: 50 MB is refused before. */
export const photoBytesLimit = 8_000_000;
export const originalBytesLimit = 40_000_000;

/** Topics that only the owner, the reporter and the desk see. Everything is private unless listed here. */
const openTopics: readonly Topic[] = ['broken'];
const privateSymptoms: readonly Symptom[] = ['signin'];

export const isPrivate = (topic: Topic, symptom: Symptom | null): boolean =>
	!openTopics.includes(topic) || (symptom !== null && privateSymptoms.includes(symptom));

export const typeOf = (topic: Topic): TicketType =>
	topic === 'broken' || topic === 'password' ? 'incident' : topic === 'question' ? 'question' : 'service_request';
