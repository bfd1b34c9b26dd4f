import { Device, type DeviceKind } from '../device.ts';
import { signIn } from './employee.ts';

const phone: DeviceKind = { viewport: { width: 360, height: 640 }, isMobile: true, locale: 'da-DK' };

/** Milliseconds. Both ways write into a new profile on disk, the same Chromium, through the same kind of network. */
type FirstPull = (port: number, rows: number) => Promise<number>;

/**
 * The app as it is served: the page draws what comes, the worker installs itself meanwhile. From the first request to the
 * last row committed, as the engine itself measures each pull.
 */
export const appPull =
	(person: string): FirstPull =>
	(port, rows) =>
		onNewPhone(port, async (device) => {
			// Nobody finds their name sooner than the worker has the files.
			await device.page.goto('/sign-in');
			await device.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
			const page = await signIn(device, person);
			const pulled = await page.waitForFunction(() => performance.getEntriesByName('athand:pull')[0]?.duration);
			insist(rows, await page.evaluate(countRows));
			return (await pulled.jsonValue()) as number;
		});

/** A page that does nothing else. */
export const pouchPull =
	(adapter: string): FirstPull =>
	(port, rows) =>
		onNewPhone(port, async ({ page }) => {
			await page.goto('/page');
			const { ms, written } = await page.evaluate(replicate, adapter);
			insist(rows, written);
			return ms;
		});

async function onNewPhone<T>(port: number, work: (device: Device) => Promise<T>): Promise<T> {
	const device = await Device.make(phone, () => port);
	try {
		return await work(device);
	} finally {
		await device.remove();
	}
}

function insist(rows: number, written: number): void {
	if (written !== rows) throw new Error(`${written} rows on the device instead of ${rows}`);
}

// These two run in the page.

async function countRows(): Promise<number> {
	const kinds = ['ticket', 'guide', 'person', 'department', 'organisation', 'service', 'device'];
	const asked = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const known = await indexedDB.databases();
	const name = known.find((database) => /^athand-(?!device)/.test(database.name ?? ''))?.name;
	const database = await asked(indexedDB.open(name ?? ''));
	const transaction = database.transaction(kinds);
	const counts = await Promise.all(kinds.map((kind) => asked(transaction.objectStore(kind).count())));
	database.close();
	return counts.reduce((sum, count) => sum + count, 0);
}

async function replicate(adapter: string): Promise<{ ms: number; written: number }> {
	type Result = { ok: boolean; docs_written: number };
	type Pouch = { new (name: string, options: object): object; replicate(from: string, to: object): Promise<Result> };
	const { PouchDB } = window as unknown as { PouchDB: Pouch };
	const local = new PouchDB('cases', { adapter });
	const began = performance.now();
	const { docs_written: written } = await PouchDB.replicate(`${location.origin}/db/cases`, local);
	return { ms: performance.now() - began, written };
}
