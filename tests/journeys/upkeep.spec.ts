import type { Page } from '@playwright/test';
import type { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import { signInAs } from '#tests/sign-in.ts';

// A guide from its first word to every phone, and back to what it said before.

const title = 'Labelprinteren blinker gult';
const address = '/guides/labelprinteren-blinker-gult';
const danish = ['Åbn lågen på siden.', 'Læg rullen rigtigt i.'];
const english = ['Open the door on the side.', 'Put the roll in the right way.'];

const language = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).click();

async function words(page: Page, of: { title?: string; summary: string; steps: string[]; language: string }) {
	if (of.title) await page.getByLabel('Titel', { exact: true }).fill(of.title);
	await page.getByLabel('Hvad den handler om').fill(of.summary);
	for (const [n, text] of of.steps.entries()) {
		const step = page.getByLabel(`Trin ${n + 1}, ${of.language}`);
		if (!(await step.isVisible())) await page.getByRole('button', { name: 'Tilføj et trin' }).click();
		await step.fill(text);
	}
}

async function publish(page: Page, version: number) {
	await page.getByRole('button', { name: 'Send til gennemsyn' }).click();
	await page.getByRole('button', { name: 'Udgiv', exact: true }).click();
	await expect(page.getByText(`Udgave ${version} er ude`).first()).toBeAttached();
}

async function readOffline(phone: Device, locale: string, heading: string, step: string) {
	await phone.page.evaluate((chosen) => localStorage.setItem('PARAGLIDE_LOCALE', chosen), locale);
	const page = await phone.restart(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
	await expect(page.locator('.step-card')).toContainText(step);
}

test('an editor writes a guide in two languages; it comes to a phone by itself, is changed, brought back and withdrawn', async ({
	phone,
	tablet
}) => {
	test.setTimeout(180_000);
	const page = tablet.page;
	await signInAs(phone.page, 'Mette Kjær');
	await phone.page.goto('/guides?topic=office');
	await phone.page.locator('main a[href^="/guides/"]').first().waitFor();
	await signInAs(page, 'Oskar Dahl');

	await page.goto('/desk/guides');
	await page.getByRole('button', { name: 'Ny guide' }).click();
	await page.getByLabel('Hvad hjælper den med?').fill(title);
	await page.getByRole('button', { name: 'Begynd' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	await words(page, { summary: 'Når den ikke skriver.', steps: danish, language: 'Dansk' });
	await language(page, 'English');
	await page.getByLabel('Titel', { exact: true }).fill('The label printer blinks yellow');
	// A language that was begun is whole before anybody reads it.
	await expect(page.getByText('English: trin 1 og 2')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Send til gennemsyn' })).toHaveAttribute('aria-disabled', 'true');
	await words(page, { summary: 'When it does not print.', steps: english, language: 'English' });
	await page.getByLabel('Trin 1, English').press('Alt+ArrowDown');
	await expect(page.getByLabel('Trin 2, English')).toHaveValue(english[0]!);
	await page.getByRole('button', { name: 'Flyt trin 2 op' }).click();
	await expect(page.getByText(/^Kladde gemt/)).toBeVisible();
	await publish(page, 1);

	await expect(phone.page.locator(`a[href="${address}"]`)).toBeVisible({ timeout: 20_000 });
	await phone.goOffline();
	await readOffline(phone, 'en', 'The label printer blinks yellow', english[0]!);
	await readOffline(phone, 'da', title, danish[0]!);
	await phone.goOnline();

	await page.getByRole('button', { name: 'Skriv videre på den' }).click();
	await page.getByLabel('Trin 1, Dansk').fill('Åbn lågen på bagsiden.');
	await language(page, 'English');
	await expect(page.getByText('English: trin 1 er måske gammelt')).toBeVisible();
	await page.getByLabel('Trin 1, English').fill('Open the door at the back.');
	await publish(page, 2);
	await expect(phone.page.locator('.step-card')).toContainText('bagsiden', { timeout: 20_000 });
	await expect(phone.page.getByText('Guiden er lige blevet ændret')).toBeVisible();

	await page.getByRole('link', { name: 'Udgaver' }).click();
	await page.getByRole('button', { name: /^Udgave 2/ }).click();
	await expect(page.locator('dd[lang="da"] del')).toHaveText('siden.');
	await expect(page.locator('dd[lang="da"] ins')).toHaveText('bagsiden.');
	await page.getByRole('button', { name: /^Udgave 1/ }).click();
	await page.getByRole('button', { name: 'Udgiv udgave 1 igen' }).click();
	await expect(phone.page.locator('.step-card')).toContainText(danish[0]!, { timeout: 20_000 });

	await page.getByRole('button', { name: 'Træk tilbage' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Træk tilbage' }).click();
	await expect(phone.page.getByText('Guiden er trukket tilbage')).toBeVisible({ timeout: 20_000 });
	await expect(phone.page.locator('.step-card'), 'nobody loses the page under their eyes').toContainText(danish[0]!);
	await phone.page.goto('/guides?topic=office');
	await phone.page.locator('main a[href^="/guides/"]').first().waitFor();
	await expect(phone.page.locator(`a[href="${address}"]`)).toHaveCount(0);
});

test('two editors on one guide: the second is told who and when, sees what is different, and decides', async ({
	tablet,
	phone
}) => {
	test.setTimeout(120_000);
	await signInAs(tablet.page, 'Oskar Dahl');
	await signInAs(phone.page, 'Hanne Vester');
	const [oskars, hannes] = [tablet.page, phone.page];
	await oskars.goto('/desk/guides/cash-drawer');
	await oskars.getByRole('button', { name: 'Skriv videre på den' }).click();
	await oskars.getByLabel('Titel', { exact: true }).waitFor();
	await hannes.goto('/desk/guides/cash-drawer');
	await hannes.getByLabel('Titel', { exact: true }).fill('Hannes titel');
	await expect(hannes.getByText(/^Kladde gemt/)).toBeVisible();

	await oskars.getByLabel('Titel', { exact: true }).fill('Oskars titel');
	await expect(oskars.getByRole('alert')).toContainText(/Hanne Vester gemte .* før dig/);
	await oskars.getByText('Hvad der er anderledes').click();
	await expect(oskars.locator('del').first()).toContainText('Hannes');
	await oskars.getByRole('button', { name: 'Fortsæt med min' }).click();
	await expect(oskars.getByRole('alert')).toHaveCount(0);
	await expect(oskars.getByText(/^Kladde gemt/)).toBeVisible();
	await oskars.reload();
	await expect(oskars.getByLabel('Titel', { exact: true })).toHaveValue('Oskars titel');
});
