import type { ErrorCode } from '#lib/domain/errors.ts';
import { isNamed, isStorageFull } from './guard.ts';

/** What a person is told when the device did not take what they gave it. @throws what is no Error: a bug */
export function whyNotSaved(error: unknown): ErrorCode {
	if (isStorageFull(error)) return 'device_storage_full';
	// Where there is no IndexedDB at all, its name stands for nothing.
	if (isNamed(error, ['ReferenceError', 'SecurityError', 'NotAllowedError'])) return 'device_storage_blocked';
	if (error instanceof Error) return 'not_saved_yet';
	throw error;
}
