import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { connect } from '#lib/server/connection.ts';
import type { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import type { Server } from '#tests/server.ts';
import { signInAs } from '#tests/sign-in.ts';

// The assistant on a phone, mostly without network, as its people are.

/** Taps, counted as a person counts them. Typing is not counted. */
class Thumb {
	taps = 0;
	async tap(target: Locator): Promise<void> {
		this.taps += 1;
		await target.click();
	}
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const talk = (page: Page) => page.getByRole('log');
const answers = (page: Page) => page.locator('[data-by="assistant"]');
const composer = (page: Page) => page.locator('.action-bar textarea');

/** What is on the screen lies on the device. */
const kept = (page: Page) => expect(talk(page)).toHaveAttribute('aria-busy', 'false');

async function say(page: Page, text: string): Promise<void> {
	const before = await answers(page).count();
	await composer(page).fill(text);
	await composer(page).press('Enter');
	await expect(answers(page)).toHaveCount(before + 1);
}

/** From Home, without network: types the question and asks the assistant. */
async function askFromHome(device: Device, who: string, question: string, row: RegExp): Promise<[Page, Thumb]> {
	await signInAs(device.page, who);
	await device.goOffline();
	const page = await device.restart('/');
	const thumb = new Thumb();
	const field = page.getByRole('searchbox');
	await thumb.tap(field);
	await field.pressSequentially(question);
	await thumb.tap(page.getByRole('link', { name: row }));
	await expect(answers(page)).toHaveCount(1);
	return [page, thumb];
}

async function asked(server: Server, text: string) {
	const sockets = encodeURIComponent(join(realpathSync(server.dataDir), 'run'));
	const sql = connect(`postgresql://athand@localhost/athand?host=${sockets}`, { max: 1 });
	const rows = await sql`select kind, guide_id, outcome, locale, text from question where text = ${text}`;
	await sql.end();
	return [...rows];
}

test('without network, in Danish: asked in one’s own words, answered by a guide, solved; the trainers read it later', async ({
	server,
	phone
}) => {
	test.setTimeout(150_000);
	const question = 'min håndterminal vil ikke tænde';
	const [home, thumb] = await askFromHome(phone, 'Mette Kjær', question, /Spørg assistenten/);
	let page = home;
	await expect(talk(page)).toContainText(question);
	await thumb.tap(answers(page).getByRole('button').first());
	await expect(page.locator('.step-card')).toBeVisible();
	await thumb.tap(button(page, 'Ja'));
	await expect(talk(page)).toContainText('Du svarede: Det virkede');
	expect(thumb.taps).toBeLessThanOrEqual(5);

	await kept(page);
	page = await phone.crash('/ask');
	await expect(talk(page)).toContainText('Du svarede: Det virkede');
	await phone.goOnline();
	await expect
		.poll(() => asked(server, question), { timeout: 60_000 })
		.toEqual([expect.objectContaining({ outcome: 'worked', locale: 'da', guide_id: expect.any(String) })]);

	await button(page, 'Ryd samtalen').click();
	await expect(talk(page)).not.toContainText(question);
	page = await phone.restart('/ask');
	await expect(page.getByRole('heading', { name: 'Hvad driller?' })).toBeVisible();
});

test('the same in Korean', async ({ phone }) => {
	test.setTimeout(120_000);
	const [page, thumb] = await askFromHome(phone, '김서연', '단말기가 켜지지 않아요', /도우미에게/);
	await thumb.tap(answers(page).getByRole('button').first());
	await expect(page.locator('.step-card')).toContainText(/[가-힣]/);
	await thumb.tap(button(page, '네'));
	await expect(talk(page)).toContainText('내 대답: 해결됐어요');
	expect(thumb.taps).toBeLessThanOrEqual(5);
});

test('what no guide knows is handed over with the whole talk and the steps tried; the desk asks nothing twice', async ({
	server,
	phone,
	tablet
}) => {
	test.setTimeout(180_000);
	let [page] = await askFromHome(phone, 'Mette Kjær', 'scanneren læser ikke stregkoder', /Spørg assistenten/);
	await answers(page).getByRole('button').first().click();
	await button(page, 'Nej, næste').click();
	await button(page, 'Det virker ikke, stop her').click();
	await expect(talk(page)).toContainText('Det virkede ikke efter trin 2');
	const unknown = 'kaffemaskinen drypper, min cpr er 010190-1234';
	await say(page, unknown);
	await expect(talk(page)).toContainText('kaffemaskinen drypper, min cpr er ***');
	await expect(talk(page)).toContainText('Et personnummer er taget ud');
	await button(page, /giv den til et menneske/i).click();

	await expect(page.getByText(/Hele samtalen med assistenten følger med/)).toBeVisible();
	await expect(page.getByText(/Du har prøvet 2 trin/)).toBeVisible();
	await expect(page.getByRole('textbox')).toHaveValue(/scanneren læser ikke stregkoder[^]*kaffemaskinen/);
	await page.getByRole('radio', { name: 'Ja', exact: true }).click();
	await button(page, 'Send til IT').click();
	await expect(page.getByRole('heading', { name: 'Gemt på enheden' })).toBeVisible();
	const reference = await page.locator('.ref').innerText();
	page = await phone.restart('/ask');
	await expect(answers(page).last().getByRole('link', { name: 'Se sagen' })).toBeVisible();

	await phone.goOnline();
	await expect
		.poll(() => asked(server, 'kaffemaskinen drypper, min cpr er ***'), { timeout: 60_000 })
		.toEqual([expect.objectContaining({ outcome: 'handedOver' })]);
	const desk = tablet.page;
	await signInAs(desk, 'Anna Lind');
	await desk.goto('/desk');
	await desk.getByRole('searchbox').fill(reference);
	await desk.getByRole('link', { name: /Mette, Butik 214/ }).click();
	await desk.getByText(/Samtalen med assistenten/).click();
	await expect(desk.getByText('Du svarede: Det virkede ikke efter trin 2')).toBeVisible();
	await expect(desk.getByText('kaffemaskinen drypper, min cpr er ***').first()).toBeVisible();
	await expect(desk.getByText('010190')).toHaveCount(0);
});

test('what the product itself knows, danger first, and a kind word for everything else', async ({ phone }) => {
	test.setTimeout(120_000);
	const { page } = phone;
	await signInAs(page, 'Mette Kjær');
	await phone.goOffline();
	await page.goto('/ask');
	const last = answers(page).last();

	await button(page, 'Hvad sker der med min sag?').click();
	await expect(last.getByRole('link', { name: 'Alle mine sager' })).toBeVisible();
	await say(page, 'er det kun mig?');
	await expect(last.locator('p').first()).toContainText(/meldt/);
	await say(page, 'hvornår har I åbent?');
	await expect(last.locator('a[href^="tel:"]')).toBeVisible();
	await say(page, 'jeg har glemt min adgangskode');
	await expect(last.locator('a[href="/topic/password"]')).toBeVisible();
	await say(page, 'en kunde er faldet og er bevidstløs');
	await expect(last.getByRole('alert').getByRole('link')).toHaveAttribute('href', /^tel:/);

	for (const [text, words] of [
		['', 'Skriv et par ord'],
		['x', 'Skriv lidt mere'],
		['😡😡', 'kun ord'],
		['if (a) { b[0] = {}; }', 'kode'],
		['الماسح لا يعمل', 'lad et menneske'],
		['ordet '.repeat(1_000), 'én sætning'],
		['din dumme robot', 'finder vi en vej'],
		['tusind tak', 'Selv tak']
	] as const) {
		await say(page, text);
		await expect(last).toContainText(words);
	}
});
