import type { Impact, Urgency } from '../ticket/words.ts';

/** 1 is critical. Never shown as a number: the order of the queue and the promise say it. */
export type Priority = 1 | 2 | 3 | 4;

const byImpact: Record<Impact, Record<Urgency, Priority>> = {
	person: { low: 4, medium: 3, high: 2 },
	workplace: { low: 3, medium: 2, high: 1 },
	organisation: { low: 2, medium: 1, high: 1 }
};

/** How many are hit × can they keep working. */
export const priorityOf = (impact: Impact, urgency: Urgency): Priority => byImpact[impact][urgency];

/** Promise in open minutes by urgency, as an organisation or a service sets it. */
export type SlaTarget = Record<Urgency, number>;

/** What is promised until an organisation says otherwise. */
export const defaultTarget: SlaTarget = { low: 480, medium: 120, high: 30 };

/** Minutes until an answer: a whole workplace counts as one step more urgent, several as two. */
export function promiseMinutes(target: SlaTarget, impact: Impact, urgency: Urgency): number {
	const { low, medium, high } = target;
	return { 4: low, 3: medium, 2: high, 1: high }[priorityOf(impact, urgency)];
}
