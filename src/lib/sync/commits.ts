/**
 * Tells every watcher of a database that something was committed to it, in this page and in every other page and worker
 * of the device. Carries no data: who hears it reads anew.
 */
export type Commits = { tell(): void; watch(listener: () => void): () => void };

export function commits(database: string): Commits {
	const listeners = new Set<() => void>();
	const hear = () => listeners.forEach((listener) => listener());
	let channel: BroadcastChannel | undefined;
	const open = () => {
		channel ??= new BroadcastChannel(`commits-${database}`);
		channel.onmessage = hear;
		return channel;
	};
	return {
		tell() {
			// A channel does not hear itself.
			open().postMessage(null);
			hear();
		},
		watch(listener) {
			open();
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	};
}
