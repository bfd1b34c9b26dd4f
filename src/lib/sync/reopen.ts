import { backOffMs } from './back-off.ts';

/**
 * Keeps a stream open. Owns when it is opened again, not what comes through it. One that had been open for a while
 * ended with its node: there is another, so it opens at once, spread over half a second because all streams of that
 * node ended together. After that, and where it never opened, it backs off; a browser by itself takes some seconds each
 * time, and gives up for ever on an answer that is no stream.
 */
export type Stream = {
	/** The server was reached: a stream that waits opens now. */
	wake(): void;
	stop(): void;
};

type Told = { onOpen(): void; onEnd(): void };

const soonMs = 500;
const aWhileMs = 5_000;

/** @param open returns how to close it; `onEnd` may be told more than once */
export function keepOpen(open: (told: Told) => () => void, random: () => number = Math.random): Stream {
	let failures = 0;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let close = () => {};
	let isStopped = false;

	function start() {
		waiting = undefined;
		let openedAt: number | undefined;
		let hasEnded = false;
		close = open({
			onOpen: () => void (openedAt = performance.now()),
			onEnd() {
				// Closing it ends it once more.
				if (hasEnded || isStopped) return;
				hasEnded = true;
				close();
				const wasOpen = openedAt !== undefined && performance.now() - openedAt >= aWhileMs;
				failures = wasOpen ? 0 : failures + 1;
				waiting = setTimeout(start, wasOpen ? random() * soonMs : backOffMs(failures, random));
			}
		});
	}
	start();

	return {
		wake() {
			if (waiting === undefined || isStopped) return;
			clearTimeout(waiting);
			start();
		},
		stop() {
			isStopped = true;
			clearTimeout(waiting);
			close();
		}
	};
}
