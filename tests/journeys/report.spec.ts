import type { Locator, Page } from '@playwright/test';
import type { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import { expectPicture, photoOf, photoWidth } from '#tests/photo.ts';
import { signInAs } from '#tests/sign-in.ts';

// The main journey: a new hire in shop 214 whose handheld does not charge, in a stockroom without coverage.

/** Taps, counted as a person counts them. Typing is not counted. */
class Thumb {
	taps = 0;
	async tap(target: Locator): Promise<void> {
		this.taps += 1;
		await target.click();
	}
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const tiles = (page: Page) => page.getByRole('navigation', { name: 'Hvad vil du?' });

/** Does a row of this table of the person's database hold the text? */
const lies = (page: Page, table: string, text: string): Promise<boolean> =>
	page.evaluate(
		async ([table, text]) => {
			const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
			const opening = indexedDB.open(names.find((name) => /^athand-[0-9a-f]{8}-/.test(name)) ?? '');
			const db = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
			const asking = db.transaction(table).objectStore(table).getAll();
			const rows = await new Promise<unknown[]>((resolve) => (asking.onsuccess = () => resolve(asking.result)));
			db.close();
			return rows.some((row) => JSON.stringify(row).includes(JSON.stringify(text).slice(1, -1)));
		},
		[table, text] as const
	);

/** Signs in as an invented person and waits until the device holds what it needs without network. */
async function arrive(device: Device, name: string): Promise<Page> {
	const { page } = device;
	await page.goto('/sign-in');
	await button(page, new RegExp(name)).first().click();
	await expect(tiles(page)).toBeVisible();
	await expect(page.getByRole('banner').getByText('Butik 214')).toBeVisible({ timeout: 30_000 });
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.reload();
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	return page;
}

/** From Home to the last question, without network: what, what it does, and no guide today. */
async function upToWork(page: Page, thumb: Thumb): Promise<void> {
	await thumb.tap(tiles(page).getByRole('link').first());
	await thumb.tap(button(page, 'Håndterminal').last());
	await thumb.tap(button(page, 'Lader ikke'));
	await thumb.tap(link(page, 'Meld det nu'));
	await expect(page.getByRole('heading', { name: 'Kan du arbejde videre?' })).toBeVisible();
}

test('a broken handheld without network: seven taps, ten with a photo; one case at the desk, and its answer at once', async ({
	phone,
	tablet
}) => {
	test.setTimeout(120_000);
	await arrive(phone, 'Mette Kjær');
	await phone.goOffline();
	let page = await phone.restart('/');
	const thumb = new Thumb();
	await upToWork(page, thumb);
	await thumb.tap(page.getByRole('radio', { name: 'Nej, jeg er gået i stå' }));
	// The camera itself is one tap more on a phone.
	thumb.taps += 2;
	await page.getByLabel('Tag et billede').setInputFiles(await photoOf('station.jpg'));
	await expect(page.getByText('Klar', { exact: true })).toBeVisible();
	await thumb.tap(button(page, 'Send til IT'));
	await expect(page.getByRole('heading', { name: 'Gemt på enheden' })).toBeVisible();
	expect(thumb.taps).toBeLessThanOrEqual(10);
	expect(thumb.taps - 2).toBeLessThanOrEqual(7);
	const reference = await page.locator('.ref').innerText();
	const ticketId = page.url().split('/').at(-1)!;

	page = await phone.restart('/outbox');
	await expect(page.getByText(reference)).toBeVisible();
	await expect(page.getByText('Venter på net')).toBeVisible();

	await phone.goOnline();
	await expect(page.getByRole('heading', { name: 'Alt er sendt' })).toBeVisible({ timeout: 30_000 });
	await page.goto(`/cases/${ticketId}`);
	await expect(page.getByText(/Sag \d+/).first()).toBeVisible();

	const desk = tablet.page;
	await signInAs(desk, 'Anna Lind');
	await desk.goto('/desk');
	await desk.getByRole('searchbox').fill(reference);
	const found = link(desk, /Mette, Butik 214/);
	await expect(found).toHaveCount(1);
	await found.click();
	const picture = 'Billede 1 af 1 fra Mette';
	await expectPicture(desk.getByRole('img', { name: picture }));
	await button(desk, picture).click();
	// Sent in the size in which a detail can be read, not the small copy.
	await expectPicture(desk.getByRole('dialog').getByRole('img', { name: picture }), photoWidth);
	await desk.getByRole('dialog').getByRole('button', { name: 'Luk' }).click();

	await desk.getByRole('textbox', { name: 'Svar Mette på dansk' }).fill('Vend stationen, så lader den.');
	await button(desk, 'Send svaret').click();
	await expect(page.getByText('Vend stationen, så lader den.')).toBeVisible({ timeout: 2_000 });
});

test('what was typed is there after the battery fell out, and a double tap is one case', async ({ phone }) => {
	let page = await arrive(phone, 'Mette Kjær');
	const text = 'Den siger "fejl 7" \\ <b>; 🙂 단말기';
	await page.goto('/report?topic=question');
	await page.getByLabel('Hvad har du brug for?').fill(text);
	// "Saved" stands there with its time since the page opened; what the battery must not take is this text.
	await expect.poll(() => lies(page, 'draft', text)).toBe(true);
	page = await phone.crash('/report');
	await link(page, 'Fortsæt').click();
	await expect(page.getByLabel('Hvad har du brug for?')).toHaveValue(text);
	await page.getByRole('radio', { name: 'Ja', exact: true }).click();
	await button(page, 'Send til IT').dblclick();
	await expect(page.getByRole('heading', { name: /Gemt på enheden|Sendt til IT/ })).toBeVisible();
	await page.goto('/cases');
	await expect(page.getByText(/fejl 7/)).toHaveCount(1);
});

test('a person in danger comes first: whom to phone stands above the report', async ({ phone }) => {
	const page = await arrive(phone, 'Mette Kjær');
	await phone.goOffline();
	await page.goto('/report?topic=question');
	await page.getByLabel('Hvad har du brug for?').fill('En kunde er faldet og bevidstløs');
	await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', /^tel:/);
});
