/** A photo must fit, and what the browser itself needs to keep its databases whole. */
const scarceBytes = 200_000_000;
const fullest = 0.8;

/**
 * Whether this device has little room left for what is written here. False where the browser does not say: Chromium
 * tells every page of ten gigabytes, so that nobody is recognised by them.
 */
export async function isFilling(): Promise<boolean> {
	try {
		const { usage = 0, quota } = await navigator.storage.estimate();
		return quota !== undefined && (usage > fullest * quota || quota - usage < scarceBytes);
	} catch {
		return false;
	}
}

let asked: Promise<boolean> | undefined;

/**
 * Asks the browser once not to throw this app's storage away when the device is full, as it may with pages that one only
 * visits. Asked when there is something to lose: some browsers show a question. A refusal changes nothing here.
 */
export async function askToKeep(): Promise<void> {
	asked ??= ask();
	await asked.catch(() => undefined);
}

const ask = async (): Promise<boolean> => (await navigator.storage.persisted()) || navigator.storage.persist();
