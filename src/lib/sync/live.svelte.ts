import { currentSession } from './me.ts';
import { trouble } from './trouble.svelte.ts';

/** Where commits follow one upon the other, a query rests so many times as long as it took: a first pull of thousands
 * of rows must not wait for readers. */
const restFactor = 4;
const longestRestMs = 1_000;
/** Answered at once before that: what somebody saves. Four in a row made a first pull a tenth slower. */
const freeRuns = 1;
/** Storage that did not answer, on a full disk for example, may do so when something was deleted. */
const tryAgainMs = 5_000;

/**
 * A query on the device's own copy as a rune: `current` is undefined until the first answer, then follows every
 * change, also those of another tab or of a pull. What the query reads of Svelte's state is followed too, as far as
 * it is read before the first `await`. Call it while a component starts.
 */
export function live<T>(query: () => Promise<T>): { readonly current: T | undefined } {
	let current = $state.raw<T>();

	$effect(() => {
		let isStopped = false;
		let isRunning = false;
		let isStale = false;
		let restsUntil = 0;
		/** Runs that began within the rest of the one before. */
		let inARow = 0;
		let unwatch: (() => void) | undefined;
		let rest: ReturnType<typeof setTimeout> | undefined;

		async function run(answer: Promise<T>) {
			isRunning = true;
			isStale = false;
			const began = performance.now();
			try {
				const value = await answer;
				if (isStopped) return;
				current = value;
				trouble.why = null;
			} catch (error) {
				if (isStopped) return;
				if (!trouble.heard(error)) throw error;
				rest ??= setTimeout(afterRest, tryAgainMs);
			} finally {
				const ended = performance.now();
				restsUntil = ended + Math.min(longestRestMs, (ended - began) * restFactor);
				isRunning = false;
				if (isStale && !isStopped) again();
			}
		}
		// Changes that arrive while it runs or rests are answered by one more run, however many they are.
		function again() {
			if (isRunning) isStale = true;
			if (isRunning || rest !== undefined) return;
			const restMs = restsUntil - performance.now();
			inARow = restMs > 0 ? inARow + 1 : 0;
			if (inARow <= freeRuns) void run(query());
			else rest = setTimeout(afterRest, restMs);
		}
		function afterRest() {
			rest = undefined;
			void run(query());
		}

		void run(query());
		void currentSession().then((session) => {
			if (isStopped || !session) return;
			// The query reads through the same session, so what is committed before this is in its answer.
			unwatch = session.store.watch(again);
		});
		return () => {
			isStopped = true;
			clearTimeout(rest);
			unwatch?.();
		};
	});

	return {
		get current() {
			return current;
		}
	};
}
