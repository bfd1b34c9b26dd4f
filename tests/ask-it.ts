import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Somebody writes to IT, with these words, and hands it over. The page is the receipt then. */
export async function askIt(page: Page, text: string, photos: string[] = []): Promise<void> {
	await begin(page, text);
	await addPhotos(page, photos);
	await send(page);
}

/** The last question of the report, with these words in it. */
export async function begin(page: Page, text: string): Promise<void> {
	await page.goto('/report?topic=question');
	await page.getByLabel('Hvad har du brug for?').fill(text);
	await page.getByRole('radio', { name: 'Ja', exact: true }).check();
	await expect(page.getByText(/Kladde gemt/)).toBeVisible();
}

export async function addPhotos(page: Page, files: string[]): Promise<void> {
	if (files.length === 0) return;
	await page.getByLabel('Vælg et billede').setInputFiles(files);
	await expect(page.getByText('Klar', { exact: true })).toHaveCount(files.length, { timeout: 20_000 });
}

export async function send(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Send til IT' }).click();
	await page.waitForURL('**/receipt/**');
	await expect(page.getByRole('heading', { name: /Gemt på enheden|Sendt til IT/ })).toBeVisible();
}

/** Nothing waits on this device any more. */
export async function expectAllSent(page: Page): Promise<void> {
	await page.goto('/outbox');
	await expect(page.getByRole('heading', { name: 'Alt er sendt' })).toBeVisible({ timeout: 40_000 });
}
