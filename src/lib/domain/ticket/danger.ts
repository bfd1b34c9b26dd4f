import type { Report } from './event.ts';
import type { DeviceKind, Symptom } from './words.ts';

/** Things whose failure may mean that somebody lies on a floor, waits behind a door or takes the wrong medicine. */
const everySymptom: readonly DeviceKind[] = ['alarm-pendant', 'medicine-dispenser'];
const someSymptoms: Partial<Record<DeviceKind, readonly Symptom[]>> = {
	'door-lock': ['open', 'battery', 'connection', 'other'],
	'key-box': ['open', 'wrong', 'other']
};

/** A person may be in danger: whom to phone now comes before the case, on every screen of the report. */
export function mayEndanger({ deviceKind, symptom }: Pick<Report, 'deviceKind' | 'symptom'>): boolean {
	if (deviceKind === null) return false;
	if (everySymptom.includes(deviceKind)) return true;
	return symptom !== null && (someSymptoms[deviceKind]?.includes(symptom) ?? false);
}
