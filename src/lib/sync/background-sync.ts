/** The tag under which the page asks for it and the worker hears it. */
export const backgroundTag = 'athand-send';

/**
 * Asks the browser to wake the worker when there is a network again, so that a report leaves a phone whose app is
 * closed. Where it cannot, sending happens at the next start.
 */
export async function askForBackgroundSync(): Promise<void> {
	try {
		const worker: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } } =
			await navigator.serviceWorker.ready;
		await worker.sync?.register(backgroundTag);
	} catch {
		// Denied by the person or by battery saving.
	}
}
