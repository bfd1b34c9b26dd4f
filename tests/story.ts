import type { Device } from './device.ts';
import type { Page } from '@playwright/test';
import { photoOf } from './photo.ts';

/** What somebody has on the phone: a case at IT, a report begun, and one that waits for network. */
export type Story = { sent: string; begun: string; waiting: string };

/** Writes the first two in Danish, as a person does. */
export async function beginStory(page: Page): Promise<Story> {
	const sent = await sendOne(page, 'Håndterminal', true);
	await upToWork(page, 'Kortterminal');
	return { sent, begun: new URL(page.url()).pathname.split('/')[2]!, waiting: '' };
}

/** A report that IT has. Answers the case's id. */
export async function sendOne(page: Page, thing: string, hasPhoto = false): Promise<string> {
	await report(page, thing, 'Ja, men det er besværligt', hasPhoto);
	const sent = lastOf(page);
	await page.locator(`main a[href="/cases/${sent}"]`).waitFor();
	return sent;
}

/** The network goes, and another report is written. */
export async function loseNetwork(device: Device, story: Story): Promise<Story> {
	await device.goOffline();
	await report(device.page, 'Bonprinter', 'Nej, jeg er gået i stå');
	return { ...story, waiting: lastOf(device.page) };
}

async function report(page: Page, thing: string, answer: string, hasPhoto = false) {
	await upToWork(page, thing);
	await page.getByRole('radio', { name: answer, exact: true }).check();
	if (hasPhoto) {
		await page.getByLabel('Vælg et billede').setInputFiles(await photoOf('skærm.jpg'));
		await page.getByText('Klar', { exact: true }).waitFor();
	}
	await page.getByRole('button', { name: 'Send til IT' }).click();
	await page.waitForURL('**/receipt/*');
}

/** The likeliest symptom, and no guide today. */
async function upToWork(page: Page, thing: string) {
	await page.goto('/report');
	await page.locator('.kinds button', { hasText: thing }).click();
	await page.waitForURL('**/symptom');
	await page.locator('main .tile').first().click();
	await page.waitForURL(/(guide|work)$/);
	if (page.url().endsWith('guide')) await page.locator('.action-bar a[href$="/work"]').click();
	await page.waitForURL('**/work');
}

const lastOf = (page: Page) => page.url().split('/').at(-1)!;
