import type { ErrorCode } from '#lib/domain/errors.ts';
import type { Local } from './local.ts';
import type { Loss } from './tables.ts';

export type SessionEnd = Extract<ErrorCode, 'signed_out' | 'access_ended'>;

/**
 * How it stands between this device and the server, as screens show it. Online is what the last attempt showed:
 * `navigator.onLine` stays true when only the server is gone.
 */
class Connection {
	/** Undefined until the first attempt has ended. */
	isOnline = $state<boolean>();
	lastSyncedAt = $state<string>();
	/** Items and photos that the server has not confirmed. Undefined until they were counted. */
	waiting = $state<number>();
	needsYou = $state(0);
	/** The server no longer knows who this is until they sign in again (`signed_out`), or for good (`access_ended`). */
	ended = $state<SessionEnd | null>(null);
	/** Little room is left on the device for what is written. */
	isFilling = $state(false);
	/** What this device lost of this person, until they have read it. */
	losses = $state.raw<readonly Loss[]>([]);
	/** Others whose unsent things wait on this device: how many, nothing of what they wrote. */
	others = $state.raw<readonly { name: string; count: number }[]>([]);

	/** Follows the counts in this person's database until told to stop. */
	follow({ store }: Pick<Local, 'store'>): () => void {
		const count = () =>
			store
				.read(async (tx) => {
					// At once: a page of a pull waits until the readers of the one before have ended.
					const [pending, waiting, sending, stuck, damaged, cursor] = await Promise.all([
						tx.where('outbox', 'isPending', 1),
						tx.where('file', 'state', 'waiting'),
						tx.where('file', 'state', 'sending'),
						tx.where('outbox', 'state', 'needsYou'),
						tx.where('file', 'state', 'damaged'),
						tx.get('cursor', 'pull')
					]);
					const unsent = pending.filter((item) => item.kind !== 'outbox.discarded');
					this.waiting = unsent.length + waiting.length + sending.length;
					this.needsYou = stuck.length + damaged.length;
					this.lastSyncedAt = cursor?.syncedAt ?? undefined;
				})
				// A count that fails is made again after the next commit.
				.catch(() => undefined);
		void count();
		return store.watch(count);
	}
}

export const connection = new Connection();
