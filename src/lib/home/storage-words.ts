import { m } from '#lib/paraglide/messages.js';

/** For each way in which a device keeps nothing: what it is, and what to do. */
export const storageWords = {
	blocked: [m.app_storage_blocked, m.app_storage_blocked_text],
	full: [m.app_storage_full, m.app_storage_full_text],
	newer: [m.app_storage_newer, m.app_storage_newer_text],
	silent: [m.app_storage_silent, m.app_storage_silent_text]
} as const;
