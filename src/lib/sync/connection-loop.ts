import { backOffMs } from './back-off.ts';
import { NoAnswer } from './transport.ts';

/**
 * When to talk to the server. Knows nothing of what is said.
 *
 *            ┌──────────── wake, or the next thing is due, or a minute has passed ────────────┐
 *            ▼                                                                                │
 *   start ─► TALKING ─ well ────────────────────────────────────────────────────────────► RESTING
 *            ▲   └──── badly ─► BACKING OFF ─ time is up, or wake (but not before Retry-After) ─┐
 *            └───────────────────────────────────────────────────────────────────────────────┘
 *   stop: from everywhere. A wake while talking means once more afterwards, however many there were.
 */
export type Talk = () => Promise<{ nextInMs: number | null }>;

export type Loop = { wake(): void; stop(): void };

const restMs = 60_000;
/** Never a tight loop, whatever is said to be due. */
const leastMs = 1_000;

type Options = {
	talk: Talk;
	/** Told after every attempt: how it ended. */
	onEnd(error: unknown): void;
	random?: () => number;
};

export function connectionLoop({ talk, onEnd, random = Math.random }: Options): Loop {
	let state: 'talking' | 'resting' | 'backing off' | 'stopped' = 'resting';
	let failures = 0;
	let isWoken = false;
	let notBeforeMs = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	async function attempt() {
		clearTimeout(timer);
		state = 'talking';
		isWoken = false;
		let waitMs: number;
		try {
			const { nextInMs } = await talk();
			failures = 0;
			waitMs = Math.min(restMs, Math.max(leastMs, nextInMs ?? restMs));
			onEnd(null);
		} catch (error) {
			failures += 1;
			const retryAfterMs = error instanceof NoAnswer ? error.retryAfterMs : null;
			notBeforeMs = Date.now() + (retryAfterMs ?? 0);
			waitMs = backOffMs(failures, random, retryAfterMs);
			onEnd(error);
		}
		// `stop` may have come while it talked.
		if ((state as string) === 'stopped') return;
		state = failures === 0 ? 'resting' : 'backing off';
		timer = setTimeout(attempt, waitMs);
		if (isWoken) wake();
	}

	function wake() {
		isWoken = true;
		if (state === 'stopped' || state === 'talking') return;
		clearTimeout(timer);
		timer = setTimeout(attempt, Math.max(0, notBeforeMs - Date.now()));
	}

	return {
		wake,
		stop() {
			state = 'stopped';
			clearTimeout(timer);
		}
	};
}
