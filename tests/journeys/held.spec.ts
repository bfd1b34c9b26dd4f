import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { locales } from '#lib/domain/locale.ts';
import type { OutboxRow } from '#lib/sync/tables.ts';
import type { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import { lookAt } from '#tests/look.ts';
import { expectPicture, photoOf } from '#tests/photo.ts';
import { signInAs } from '#tests/sign-in.ts';

// Reports from an app that the server can no longer read: IT decides what becomes of them, and their author reads it.

/** What waits here was written by an app of long ago. */
const makeOld = async () => {
	const name = (await indexedDB.databases()).find(({ name }) => /^athand-[0-9a-f]{8}-/.test(name ?? ''))!.name!;
	const db = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
	});
	const store = db.transaction('outbox', 'readwrite').objectStore('outbox');
	const items = await new Promise<OutboxRow[]>((resolve) => {
		const request = store.getAll();
		request.onsuccess = () => resolve(request.result);
	});
	for (const item of items) if (item.isPending) store.put({ ...item, schemaVersion: 0 });
	await new Promise((done) => (store.transaction.oncomplete = done));
	db.close();
};

/** Written without network, and sent once it is old. */
async function sendOld({ page }: Device, text: string, withPhoto: boolean): Promise<void> {
	await page.goto('/report?topic=question');
	await page.getByLabel('Hvad har du brug for?').fill(text);
	await page.getByRole('radio', { name: 'Ja', exact: true }).click();
	if (withPhoto) {
		await page.getByLabel('Tag et billede').setInputFiles(await photoOf('shelf.jpg'));
		await expect(page.getByText('Klar', { exact: true })).toBeVisible();
	}
	await page.getByRole('button', { name: 'Send til IT' }).click();
	await page.waitForURL('**/receipt/*');
}

async function inFiveLanguages(page: Page, path: string, shows: string): Promise<void> {
	const size = page.viewportSize()!;
	await page.setViewportSize({ width: 320, height: 568 });
	for (const locale of [...locales.filter((each) => each !== 'da'), 'da']) {
		await page.evaluate((chosen) => localStorage.setItem('PARAGLIDE_LOCALE', chosen), locale);
		await page.goto(path);
		await page.locator(shows).first().waitFor();
		expect.soft(await lookAt(page), `${locale} ${path}`).toEqual([]);
	}
	await page.setViewportSize(size);
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('[PL11] IT makes a case of what the server could not read, and sets another aside; the author reads what became of it', async ({
	phone,
	tablet
}) => {
	test.setTimeout(150_000);
	const [wanted, twice] = ['Hylden i kølerummet er løs', 'Skrevet to gange'];
	await signInAs(phone.page, 'Mette Kjær');
	await phone.goOffline();
	await sendOld(phone, wanted, true);
	await sendOld(phone, twice, false);
	await phone.page.evaluate(makeOld);
	await phone.goOnline();
	const mettes = phone.page;
	await mettes.goto('/outbox');
	await expect(mettes.getByText(/ældre udgave af Athand/)).toHaveCount(2, { timeout: 70_000 });
	await expect(mettes.getByText('Hos IT', { exact: true })).toHaveCount(2);

	const annas = tablet.page;
	await signInAs(annas, 'Anna Lind');
	await annas.goto('/desk');
	await annas.getByRole('link', { name: /2 til afgørelse/ }).click();
	const cardOf = (text: string) => annas.getByRole('region', { name: text });
	await expect(cardOf(wanted)).toContainText('Mette Kjær · Butik 214');
	await expect(cardOf(wanted)).toContainText('Billeder: 1');
	await inFiveLanguages(annas, '/desk/settings/held', 'main section button');

	await cardOf(wanted)
		.getByRole('button', { name: /^Gør det til en sag fra Butik 214/ })
		.click();
	await expect(mettes.getByText(wanted)).toHaveCount(0, { timeout: 2_000 });
	await expect(annas.getByText(/Anna Lind gjorde det til sag \d+/)).toBeVisible();

	await cardOf(twice).getByRole('button', { name: 'Læg det til side' }).click();
	await annas.getByLabel('Hvorfor? Mette Kjær læser det').fill('Du har skrevet det to gange');
	await annas.getByRole('button', { name: 'Gem' }).click();
	await expect(mettes.getByText(/Anna fra IT har læst det og lagt det til side.*to gange/)).toBeVisible({
		timeout: 2_000
	});
	await expect(mettes.getByText(/Set af Anna/)).toBeVisible();
	await inFiveLanguages(mettes, '/outbox', 'main article button');
	await mettes.getByRole('button', { name: 'Jeg har læst det' }).click();
	await expect(mettes.getByRole('heading', { name: 'Alt er sendt' })).toBeVisible();

	// The case is a case as any other, with the photo that waited on the phone.
	await annas.goto('/desk');
	await expect(annas.getByRole('link', { name: /til afgørelse/ })).toHaveCount(0);
	await annas.getByRole('searchbox').fill(wanted);
	await annas.getByRole('link', { name: wanted }).click();
	await expectPicture(annas.getByRole('img', { name: 'Billede 1 af 1 fra Mette' }));
	await mettes.goto('/cases');
	await expect(mettes.getByRole('link', { name: wanted })).toHaveCount(1);
});
