import { refuse, type Result } from '#lib/domain/result.ts';
import { currentLocal, type Local } from './local.ts';
import { askToKeep } from './room.ts';
import { save, type Saved, type SaveOptions } from './save.ts';
import { keepSentinel } from './sentinel.ts';
import { wake } from './wake.ts';

/**
 * Saves what somebody did, shows it at once, and sends it when there is a network. Returns after the strict
 * transaction has completed, never before: only then may a screen say "saved on this device".
 *
 * Codes: those of the mutation itself; `device_storage_full`, `device_storage_blocked`, `not_saved_yet` (try again with
 * the same `mutationId`). With `lostPhotos` in the value the text is saved and these photos are not.
 */
export async function mutate(kind: string, payload: object, options: SaveOptions = {}): Promise<Result<Saved>> {
	let local: Local;
	try {
		local = await currentLocal();
	} catch {
		return refuse('signed_out');
	}
	const saved = await save(local, kind, payload, options);
	if (saved.ok) {
		void keepSentinel(local);
		void askToKeep();
		wake();
	}
	return saved;
}
