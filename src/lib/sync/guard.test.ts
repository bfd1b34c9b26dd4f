import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guard, StorageTimeout, storageTimeoutMs } from './guard.ts';

const lost = (name: string) => Object.assign(new Error(name), { name });
const handle = () => ({ close: vi.fn() });

describe('the guard of a connection', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it.each(['UnknownError', 'InvalidStateError', 'AbortError'])(
		'[ST2] drops a handle that failed with %s and opens anew',
		async (name) => {
			const handles = [handle(), handle()];
			const open = vi.fn(async () => handles[open.mock.calls.length - 1]!);
			const connection = guard(open);
			const answer = await connection.run(async (h) => {
				if (h === handles[0]) throw lost(name);
				return 'answered';
			});
			expect(answer).toBe('answered');
			expect(handles[0]!.close).toHaveBeenCalled();
			expect(handles[1]!.close).not.toHaveBeenCalled();
		}
	);

	it('[ST2] gives up after three new handles', async () => {
		const open = vi.fn(async () => handle());
		await expect(guard(open).run(() => Promise.reject(lost('UnknownError')))).rejects.toThrow('UnknownError');
		expect(open).toHaveBeenCalledTimes(4);
	});

	it('[ST2] does not repeat what failed for another reason, and keeps the handle', async () => {
		const open = vi.fn(async () => handle());
		const connection = guard(open);
		await expect(connection.run(() => Promise.reject(lost('ConstraintError')))).rejects.toThrow();
		await connection.run(async () => 'fine');
		expect(open).toHaveBeenCalledTimes(1);
	});

	it('[ST1] says after ten seconds that it does not know, and stops the late write', async () => {
		let signal: AbortSignal | undefined;
		const hanging = guard(async () => handle()).run((_, stop) => {
			signal = stop;
			return new Promise(() => undefined);
		});
		const answer = expect(hanging).rejects.toBeInstanceOf(StorageTimeout);
		await vi.advanceTimersByTimeAsync(storageTimeoutMs - 1);
		expect(signal?.aborted).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		await answer;
		expect(signal?.aborted).toBe(true);
	});

	it('[ST1] also limits an opening that hangs, and opens anew for the next call', async () => {
		const open = vi
			.fn<() => Promise<{ close: () => void }>>()
			.mockReturnValueOnce(new Promise(() => undefined))
			.mockResolvedValue(handle());
		const connection = guard(open);
		const first = expect(connection.run(async () => 'never')).rejects.toBeInstanceOf(StorageTimeout);
		await vi.advanceTimersByTimeAsync(storageTimeoutMs);
		await first;
		expect(await connection.run(async () => 'second')).toBe('second');
	});
});
