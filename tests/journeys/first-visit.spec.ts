import type { Page } from '@playwright/test';
import { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import type { Server } from '#tests/server.ts';

const kind = { viewport: { width: 360, height: 640 }, isMobile: true, locale: 'da-DK' };
const newPhone = (server: Server) => Device.make({ ...kind, isNew: true }, () => server.port);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true });
const tiles = (page: Page) => page.getByRole('navigation', { name: 'Hvad vil du?' });
/** Something that was written has arrived. */
const pushed = (page: Page) =>
	page.waitForResponse((response) => response.url().includes('sync.push') && response.ok(), { timeout: 30_000 });

test('a new phone: language, workplace, install; once, and never over a report', async ({ server }) => {
	const device = await newPhone(server);
	const { page } = device;
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Hvilket sprog vil du læse?' })).toBeVisible();
	await link(page, 'Næste').click();
	await button(page, /Mette Kjær/)
		.first()
		.click();
	await expect(page).toHaveURL(/welcome\/place$/);
	await expect(page.getByText('Butik 214').first()).toBeVisible({ timeout: 30_000 });
	await link(page, 'Næste').click();
	await expect(page).toHaveURL(/welcome\/install$/);
	await link(page, /^(Færdig|Ikke nu)$/).click();
	await expect(tiles(page)).toBeVisible();
	await page.goto('/');
	await expect(tiles(page)).toBeVisible();
	await device.remove();
});

test('what was opened before the sign-in opens after it, without the welcome', async ({ server }) => {
	const device = await newPhone(server);
	const { page } = device;
	await page.goto('/report?topic=question');
	await button(page, /Mette Kjær/)
		.first()
		.click();
	await expect(page.getByLabel('Hvad har du brug for?')).toBeVisible();
	await device.remove();
});

test('without network the door says what to do and whom to phone', async ({ phone }) => {
	const { page } = phone;
	await page.goto('/sign-in');
	await expect(button(page, /Mette Kjær/).first()).toBeVisible();
	const number = await page.getByRole('banner').getByRole('link').getAttribute('href');
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await phone.goOffline();
	const again = await phone.restart('/');
	await expect(again).toHaveURL(/sign-in/);
	await expect(again.locator(`main a[href="${number}"]`)).toBeVisible();
	await expect(again.locator('main a[href="tel:112"]')).toBeVisible();
	await expect(button(again, 'Prøv igen')).toBeVisible();
});

test('whoever helps in another shop chooses it, also without network, and reports from there', async ({ phone }) => {
	const { page } = phone;
	await page.goto('/sign-in');
	await button(page, /Mette Kjær/)
		.first()
		.click();
	await expect(page.getByRole('banner').getByText('Butik 214')).toBeVisible({ timeout: 30_000 });
	await page.goto('/me/place');
	await expect(page.getByRole('button', { name: /^Butik/ }).first()).toBeVisible();
	await phone.goOffline();
	const other = (
		await page
			.getByRole('button', { name: /^Butik/ })
			.first()
			.innerText()
	).trim();
	await button(page, other).click();
	await expect(page.getByRole('region', { name: 'Her arbejder du nu' })).toContainText(other);
	const arrived = pushed(page);
	await phone.goOnline();
	await arrived;
	await page.goto('/');
	await expect(page.getByRole('banner').getByText(other)).toBeVisible();
	// Back to where she belongs, for whoever tests after this.
	await page.goto('/me/place');
	const back = pushed(page);
	await button(page, /^Butik 214/).click();
	await expect(page.getByRole('region', { name: 'Her arbejder du nu' })).toContainText('Butik 214');
	await back;
});

test('a language chosen on one device is the language of the other, also when it was chosen without network', async ({
	phone,
	tablet
}) => {
	for (const { page } of [phone, tablet]) {
		await page.goto('/sign-in');
		await button(page, /Yusuf/).first().click();
		await expect(page).not.toHaveURL(/sign-in/);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await page.goto('/me');
		await expect(page.getByText(/Alt er sendt/).first()).toBeVisible({ timeout: 30_000 });
	}
	const html = (page: Page) => page.locator('html');
	const choose = async (page: Page, own: RegExp, language: string) => {
		await page.goto('/me');
		await button(page, own).click();
		await page.getByRole('radio', { name: language }).click();
	};
	await phone.goOffline();
	await choose(phone.page, /^Sprog/, '한국어');
	await expect(html(phone.page)).toHaveAttribute('lang', 'ko');
	const arrived = pushed(phone.page);
	await phone.goOnline();
	await arrived;
	await tablet.page.goto('/');
	await expect(html(tablet.page)).toHaveAttribute('lang', 'ko', { timeout: 20_000 });
	// The last choice counts, wherever it was made.
	const alsoArrived = pushed(tablet.page);
	await choose(tablet.page, /^언어/, 'Dansk');
	await alsoArrived;
	await phone.page.goto('/');
	await expect(html(phone.page)).toHaveAttribute('lang', 'da', { timeout: 20_000 });
});
