import { NewerDatabase, StorageTimeout } from './guard.ts';
import { whyNoStorage, type NoStorage } from './no-storage.ts';

/** That this device's storage, which worked when the app began, does not answer now: pages would stay empty without a word. */
class Trouble {
	why = $state<NoStorage | null>(null);

	/** Of a query that failed. @returns false for what is a bug and no matter of storage */
	heard(error: unknown): boolean {
		const isStorage =
			error instanceof DOMException || error instanceof StorageTimeout || error instanceof NewerDatabase;
		if (isStorage) this.why = whyNoStorage(error);
		return isStorage;
	}
}

export const trouble = new Trouble();
