import { createSubscriber } from 'svelte/reactivity';

const everyMs = 30_000;

const follow = createSubscriber((update) => {
	const timer = setInterval(update, everyMs);
	return () => clearInterval(timer);
});

/** Now, for words and rings that follow the clock: whoever reads it while drawing is drawn again twice a minute. */
export const minute = {
	get now(): number {
		follow();
		return Date.now();
	}
};
