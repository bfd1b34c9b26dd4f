import type { Local } from './local.ts';
import type { Loss } from './tables.ts';

/**
 * How it stands between this device and the server, as screens show it. Online is what the last attempt showed:
 * `navigator.onLine` stays true when only the server is gone.
 */
class Connection {
	/** Undefined until the first attempt has ended. */
	isOnline = $state<boolean>();
	lastSyncedAt = $state<string>();
	/** Items and photos that the server has not confirmed. */
	waiting = $state(0);
	needsYou = $state(0);
	/** The server no longer knows who this is: what is written stays here until the person signs in again. */
	isSignedOut = $state(false);
	/** What this device lost of this person, until they have read it. */
	losses = $state.raw<readonly Loss[]>([]);
	/** Others whose unsent things wait on this device: how many, nothing of what they wrote. */
	others = $state.raw<readonly { name: string; count: number }[]>([]);

	/** Follows the counts in this person's database until told to stop. */
	follow({ store }: Pick<Local, 'store'>): () => void {
		const count = () =>
			store
				.read(async (tx) => {
					const pending = await tx.where('outbox', 'isPending', 1);
					const files = [
						...(await tx.where('file', 'state', 'waiting')),
						...(await tx.where('file', 'state', 'sending'))
					];
					const stuck = await tx.where('outbox', 'state', 'needsYou');
					const damaged = await tx.where('file', 'state', 'damaged');
					const cursor = await tx.get('cursor', 'pull');
					this.waiting = pending.filter((item) => item.kind !== 'outbox.discarded').length + files.length;
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
