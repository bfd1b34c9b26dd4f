/** How often readings of one version ended so: after `steps` steps, and whether it worked. */
export type OutcomeCount = { worked: boolean; steps: number; times: number };

/** Of everybody who tried the step: whom it helped, and to whom it did not work. */
export type StepFeedback = { step: number; helped: number; didNot: number };

/** What readings say of each step, from 1. Whoever stopped before a step says nothing about it. */
export const feedbackOf = (counts: readonly OutcomeCount[], steps: number): StepFeedback[] =>
	Array.from({ length: steps }, (_, n) => {
		const step = n + 1;
		const sum = (wanted: (count: OutcomeCount) => boolean) =>
			counts.filter(wanted).reduce((total, { times }) => total + times, 0);
		return {
			step,
			helped: sum((count) => count.worked && count.steps === step),
			didNot: sum((count) => (count.worked ? count.steps > step : count.steps >= step))
		};
	});
