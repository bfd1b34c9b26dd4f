import { NewerDatabase } from './guard.ts';
import { whyNotSaved } from './why-not-saved.ts';

/** Why nothing can be kept on this device: forbidden, full, written by a newer version, or it does not answer. */
export type NoStorage = 'blocked' | 'full' | 'newer' | 'silent';

export function whyNoStorage(error: unknown): NoStorage {
	if (error instanceof NewerDatabase) return 'newer';
	const code = whyNotSaved(error);
	return code === 'device_storage_blocked' ? 'blocked' : code === 'device_storage_full' ? 'full' : 'silent';
}
