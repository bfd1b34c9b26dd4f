import type { Page } from '@playwright/test';

/**
 * Taps a person of the demo and waits until the device holds what it needs without network: the worker with the files,
 * and the organisation's rows.
 */
export async function signInAs(page: Page, name: string): Promise<void> {
	await page.goto('/sign-in');
	await page.locator('summary').click();
	await page.getByRole('button', { name }).first().click();
	await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.goto('/guides');
	await page.locator('main a[href^="/guides/"]').first().waitFor({ timeout: 30_000 });
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
