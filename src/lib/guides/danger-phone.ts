import type { Phone } from '#lib/domain/rows.ts';
import type { Danger } from '#lib/text/danger.ts';

/** Works in every country where Athand is used, also where the organisation has given no number of its own. */
const europeanEmergency = '112';

/**
 * Whom to phone now. Life and limb: the emergency number. What a colleague on duty can set right faster: the department's
 * duty phone, else the organisation's, else the emergency number. Never IT.
 */
export function whomToRing(
	danger: Danger,
	{ dutyPhone, phones }: { dutyPhone: string | null; phones: readonly Phone[] }
): { number: string; isDuty: boolean } {
	const emergency = phones.find(({ purpose }) => purpose === 'emergency')?.number ?? europeanEmergency;
	if (danger === 'life' || danger === 'fall') return { number: emergency, isDuty: false };
	const duty = dutyPhone ?? phones.find(({ purpose }) => purpose === 'duty')?.number;
	return duty ? { number: duty, isDuty: true } : { number: emergency, isDuty: false };
}
