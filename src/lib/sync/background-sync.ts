import { alone, sendText } from './engine.ts';
import { currentLocal } from './local.ts';

/** The tag under which the page asks for it and the worker hears it. */
export const backgroundTag = 'athand-send';

/**
 * For the worker, where the browser has Background Sync: a report leaves a phone whose app is closed. The same push
 * under the same lock as the page's, nothing else. @throws so that the browser tries again later.
 */
export async function sendInBackground(): Promise<void> {
	const local = await currentLocal();
	const { transport } = await import('./trpc-transport.ts');
	await alone(local, () => sendText(local, transport));
}

/** Asks the browser to call later. Where it cannot, sending happens at the next start. */
export async function askForBackgroundSync(): Promise<void> {
	try {
		const worker: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } } =
			await navigator.serviceWorker.ready;
		await worker.sync?.register(backgroundTag);
	} catch {
		// Denied by the person or by battery saving.
	}
}
