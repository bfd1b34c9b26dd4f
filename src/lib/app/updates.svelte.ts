import type { Workbox } from 'workbox-window';
import { whenUsable } from './usable.ts';

// Owns the worker's registration and the moment of an update. A new version is never forced: it waits, the app offers
// it when nothing is being typed or sent, and only a person's tap (or a cold start) changes to it.

class Updates {
	/** A new version lies ready on the device. */
	isReady = $state(false);
	#workbox: Workbox | undefined;

	async start(): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		await whenUsable();
		const { Workbox } = await import('workbox-window');
		const workbox = new Workbox('/service-worker.js', { scope: '/', type: 'module', updateViaCache: 'none' });
		this.#workbox = workbox;
		workbox.addEventListener('waiting', () => (this.isReady = true));
		await workbox.register();
		addEventListener('online', () => void this.look());
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') void this.look();
		});
	}

	/** Asks the server for a newer worker. Without network nothing happens. */
	async look(): Promise<void> {
		await this.#workbox?.update().catch(() => undefined);
	}

	/** Changes to the new version. Call it only when nothing is typed or on its way. */
	apply(): void {
		this.#workbox?.addEventListener('controlling', () => location.reload());
		this.#workbox?.messageSkipWaiting();
	}
}

export const updates = new Updates();
