import { createSubscriber } from 'svelte/reactivity';

// The time of day as something that screens may read: promises run out without anybody touching anything.
// It ticks only while something shown reads it.

const tickMs = 10_000;
const subscribe = createSubscriber((update) => {
	const timer = setInterval(update, tickMs);
	return () => clearInterval(timer);
});

/** Milliseconds since 1970, renewed every ten seconds where it is read reactively. */
export function nowMs(): number {
	subscribe();
	return Date.now();
}
