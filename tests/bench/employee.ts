import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Device } from '../device.ts';

// An employee's phone for the benchmarks: signed in, data and worker in place.

/** Taps a person of the demo and waits until the app says that it has everything on the device. */
export async function signIn(device: Device, name: string): Promise<Page> {
	const { page } = device;
	await page.goto('/sign-in');
	await page.getByText(name).first().click();
	await usableAt(page);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	return page;
}

/**
 * Milliseconds from the start of the navigation until home is usable: the field takes typing, and one's own case and the
 * count of what waits are on screen, read from IndexedDB. The page marks that moment itself.
 */
export async function usableAt(page: Page): Promise<number> {
	const mark = await page.waitForFunction(() => performance.getEntriesByName('athand:usable')[0]?.startTime);
	return (await mark.jsonValue()) as number;
}

/** Size of a built script as a phone would fetch it with gzip, in bytes. */
export const gzipBytes = (pathname: string): number =>
	gzipSync(readFileSync(join('build/client', pathname)), { level: 9 }).byteLength;
