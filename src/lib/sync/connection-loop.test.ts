import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionLoop, type Talk } from './connection-loop.ts';
import { NoAnswer } from './transport.ts';

// Timelines: what is talked about is a list of endings, and each line says when the next talk begins.

describe('the loop that talks to the server', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	function start(talk: Talk) {
		const startedAt = Date.now();
		const at: number[] = [];
		const ends: unknown[] = [];
		const loop = connectionLoop({
			talk: () => {
				at.push(Date.now() - startedAt);
				return talk();
			},
			onEnd: (error) => ends.push(error),
			random: () => 1
		});
		return { loop, at, ends };
	}
	const well = async () => ({ nextInMs: null });
	const badly = () => Promise.reject(new NoAnswer('cut'));

	it('[PU7] rests a minute when nothing waits', async () => {
		const { loop, at, ends } = start(well);
		loop.wake();
		await vi.advanceTimersByTimeAsync(130_000);
		expect(at).toEqual([0, 60_000, 120_000]);
		expect(ends).toEqual([null, null, null]);
		loop.stop();
	});

	it('[PU7] comes back when the next item is due', async () => {
		const talk = vi.fn<Talk>(well).mockResolvedValueOnce({ nextInMs: 7_000 });
		const { loop, at } = start(talk);
		loop.wake();
		await vi.advanceTimersByTimeAsync(8_000);
		expect(at).toEqual([0, 7_000]);
		loop.stop();
	});

	it('[PU7] doubles its pauses up to a minute', async () => {
		const { loop, at } = start(badly);
		loop.wake();
		await vi.advanceTimersByTimeAsync(190_000);
		expect(at).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 63_000, 123_000, 183_000]);
		loop.stop();
	});

	it('[PU7] tries at once when woken in a pause, as after a save or "online"', async () => {
		const { loop, at } = start(badly);
		loop.wake();
		await vi.advanceTimersByTimeAsync(20_000);
		loop.wake();
		await vi.advanceTimersByTimeAsync(1);
		expect(at).toEqual([0, 1_000, 3_000, 7_000, 15_000, 20_000]);
		loop.stop();
	});

	it('[PU8] is not woken before the pause that the server asked for', async () => {
		const { loop, at } = start(vi.fn<Talk>(well).mockRejectedValueOnce(new NoAnswer('busy', 30_000)));
		loop.wake();
		await vi.advanceTimersByTimeAsync(10_000);
		loop.wake();
		await vi.advanceTimersByTimeAsync(25_000);
		expect(at).toEqual([0, 30_000]);
		loop.stop();
	});

	it('[PU9] talks once more after it was woken while talking, however often', async () => {
		const { loop, at } = start(() => new Promise((resolve) => setTimeout(() => resolve({ nextInMs: null }), 500)));
		loop.wake();
		await vi.advanceTimersByTimeAsync(100);
		loop.wake();
		loop.wake();
		await vi.advanceTimersByTimeAsync(5_000);
		expect(at).toHaveLength(2);
		expect(at[1]).toBeLessThan(510);
		loop.stop();
	});

	it('ends when it is stopped, also while it talks', async () => {
		const { loop, at } = start(() => new Promise((resolve) => setTimeout(() => resolve({ nextInMs: 0 }), 500)));
		loop.wake();
		await vi.advanceTimersByTimeAsync(100);
		loop.stop();
		await vi.advanceTimersByTimeAsync(200_000);
		expect(at).toEqual([0]);
	});
});
