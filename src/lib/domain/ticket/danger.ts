import type { Report } from './event.ts';
import type { DeviceKind, Symptom } from './words.ts';

/** The dangers that a broken thing can hide, by the names of `text/danger.ts`. */
type Hidden = { danger: 'alarm' | 'medicine' | 'noEntry'; symptoms: readonly Symptom[] | 'all' };

/** Behind a lock that does not open somebody may lie on the floor; a call that does not arrive is not answered. */
const hidden: Partial<Record<DeviceKind, Hidden>> = {
	'alarm-pendant': { danger: 'alarm', symptoms: 'all' },
	'medicine-dispenser': { danger: 'medicine', symptoms: 'all' },
	'door-lock': { danger: 'noEntry', symptoms: ['open', 'battery', 'connection', 'other'] },
	'key-box': { danger: 'noEntry', symptoms: ['open', 'wrong', 'other'] }
};

/** A person may be in danger: whom to phone now comes before the case, on every screen of the report. */
export function dangerOf({ deviceKind, symptom }: Pick<Report, 'deviceKind' | 'symptom'>): Hidden['danger'] | null {
	const behind = deviceKind ? hidden[deviceKind] : undefined;
	if (!behind) return null;
	const isNamed = behind.symptoms === 'all' || (symptom !== null && behind.symptoms.includes(symptom));
	return isNamed ? behind.danger : null;
}
