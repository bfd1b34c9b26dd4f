/**
 * Keeps a connection to IndexedDB usable. Browsers lose connections while an app sleeps and then fail every call on the
 * dead handle for ever; so a handle that failed is dropped, never used again. Owns opening, time limits and retries;
 * knows nothing of tables.
 *
 *   closed ─open─► open ─fails like a lost connection─► dropped ─► open again (at most 3 times a call)
 *                   └─ 10 s without an answer ─► dropped, StorageTimeout to the caller
 */
export type Handle = { close(): void };

/** A full disk can make a write hang for ever: after this long a person must hear that it is not saved yet. */
export const storageTimeoutMs = 10_000;
const reopenings = 3;

/** Whether the work went through is not known. The same work may be tried again. */
export class StorageTimeout extends Error {
	override name = 'StorageTimeout';
}

/** The database was written by a newer version of the app: this one must not touch it. */
export class NewerDatabase extends Error {
	override name = 'NewerDatabase';
}

const lostConnection = ['UnknownError', 'InvalidStateError', 'AbortError'];

export const isNamed = (error: unknown, names: readonly string[]): boolean =>
	error instanceof Object && names.includes((error as { name?: string }).name ?? '');

/** Chromium says of a full disk that bytes could not be written; a `DataError` without that is a bug of ours. */
export const isStorageFull = (error: unknown): boolean =>
	isNamed(error, ['QuotaExceededError']) || (isNamed(error, ['DataError']) && /IOError/.test(String(error)));

const isLostConnection = (error: unknown): boolean => isNamed(error, lostConnection);

export type Guard<H> = {
	run<T>(work: (handle: H, signal: AbortSignal) => Promise<T>): Promise<T>;
	/** The next call opens anew. */
	drop(): void;
};

export function guard<H extends Handle>(open: () => Promise<H>, timeoutMs = storageTimeoutMs): Guard<H> {
	let current: Promise<H> | undefined;

	function opened(): Promise<H> {
		if (current) return current;
		const handle = open();
		current = handle;
		handle.catch(() => forget(handle));
		return handle;
	}

	// Another call may have dropped it and opened anew meanwhile: that one stays.
	function forget(handle: Promise<H> | undefined) {
		if (handle !== current) return;
		current = undefined;
		handle?.then((lost) => lost.close()).catch(() => undefined);
	}

	async function once<T>(handle: Promise<H>, work: (handle: H, signal: AbortSignal) => Promise<T>): Promise<T> {
		const stop = new AbortController();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const timeout = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new StorageTimeout(`no answer in ${timeoutMs} ms`)), timeoutMs);
		});
		try {
			return await Promise.race([handle.then((opened) => work(opened, stop.signal)), timeout]);
		} catch (error) {
			// A late commit after "not saved yet" would be saved twice by the next tap.
			if (error instanceof StorageTimeout) stop.abort();
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}

	return {
		drop: () => forget(current),
		async run(work) {
			for (let reopened = 0; ; reopened += 1) {
				const handle = opened();
				try {
					return await once(handle, work);
				} catch (error) {
					const isLost = isLostConnection(error);
					if (isLost || error instanceof StorageTimeout) forget(handle);
					if (!isLost || reopened === reopenings) throw error;
				}
			}
		}
	};
}
