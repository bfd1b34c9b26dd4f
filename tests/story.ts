import type { Device } from './device.ts';
import type { Page } from '@playwright/test';

/** What somebody has on the phone: a case at IT, a report begun, and one that waits for network. */
export type Story = { sent: string; begun: string; waiting: string };

/** Writes the first two in Danish, as a person does. */
export async function beginStory(page: Page): Promise<Story> {
	await report(page, 'Håndterminal', 'Lader ikke', 'Ja, men det er besværligt');
	const sent = lastOf(page);
	await page.locator(`main a[href="/cases/${sent}"]`).waitFor();
	await upToSymptom(page, 'Kortterminal');
	const begun = new URL(page.url()).pathname.split('/')[2]!;
	return { sent, begun, waiting: '' };
}

/** The network goes, and another report is written. */
export async function loseNetwork(device: Device, story: Story): Promise<Story> {
	await device.goOffline();
	await report(device.page, 'Bonprinter', 'Papirstop', 'Nej, jeg er gået i stå');
	return { ...story, waiting: lastOf(device.page) };
}

async function upToSymptom(page: Page, thing: string) {
	await page.goto('/report');
	await page.locator('.kinds button', { hasText: thing }).click();
	await page.waitForURL('**/symptom');
}

async function report(page: Page, thing: string, symptom: string, answer: string) {
	await upToSymptom(page, thing);
	await page.getByRole('button', { name: symptom }).click();
	await page.waitForURL(/(guide|work)$/);
	if (page.url().endsWith('guide')) await page.locator('.action-bar a[href$="/work"]').click();
	await page.getByRole('radio', { name: answer, exact: true }).check();
	await page.getByRole('button', { name: 'Send til IT' }).click();
	await page.waitForURL('**/receipt/*');
}

const lastOf = (page: Page) => page.url().split('/').at(-1)!;
