import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepOpen } from './reopen.ts';

describe('a stream that is kept open', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	/** A node that opens streams, or does not. */
	function node() {
		const startedAt = performance.now();
		const at: number[] = [];
		let isUp = true;
		let open = 0;
		let end = () => {};
		const stream = keepOpen(
			({ onOpen, onEnd }) => {
				at.push(Math.round(performance.now() - startedAt));
				open += 1;
				end = onEnd;
				queueMicrotask(isUp ? onOpen : onEnd);
				return () => {
					open -= 1;
					onEnd();
				};
			},
			() => 1
		);
		return {
			at,
			stream,
			open: () => open,
			die() {
				isUp = false;
				end();
			},
			live: () => (isUp = true)
		};
	}

	it('[LV3] opens again within half a second when its node died, then backs off', async () => {
		const { at, stream, die } = node();
		await vi.advanceTimersByTimeAsync(10_000);
		die();
		await vi.advanceTimersByTimeAsync(8_000);
		expect(at).toEqual([0, 10_500, 11_500, 13_500, 17_500]);
		stream.stop();
	});

	it('[LV3] opens at once when a pull got through, and is never open twice', async () => {
		const { at, stream, die, live, open } = node();
		await vi.advanceTimersByTimeAsync(10_000);
		stream.wake();
		expect(at).toEqual([0]);
		die();
		await vi.advanceTimersByTimeAsync(9_000);
		live();
		stream.wake();
		stream.wake();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(at.at(-1)).toBe(19_000);
		expect(open()).toBe(1);
		stream.stop();
		expect(open()).toBe(0);
	});

	it('[LV3] does not hurry where a stream ends as soon as it is open', async () => {
		const { at, stream, die } = node();
		await vi.advanceTimersByTimeAsync(100);
		die();
		await vi.advanceTimersByTimeAsync(999);
		expect(at).toEqual([0]);
		stream.stop();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(at).toEqual([0]);
	});
});
