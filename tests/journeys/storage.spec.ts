import type { Page } from '@playwright/test';
import { addPhotos, askIt, begin, expectAllSent, send } from '#tests/ask-it.ts';
import { Caller } from '#tests/caller.ts';
import type { Device } from '#tests/device.ts';
import { expectForEverybody, speak } from '#tests/everybody.ts';
import { expect, test } from '#tests/fixtures.ts';
import { Gallery } from '#tests/pictures.ts';
import { signInAs } from '#tests/sign-in.ts';
import { sizes } from '#tests/stage.ts';

// What a person gives the device and it cannot take, or loses: they read which and why, and the rest stays.

let gallery: Gallery;
test.beforeAll(() => void (gallery = new Gallery()));
test.afterAll(() => gallery.throwAway());

/** Opens the app again on the same page, with so much more room than it uses now. */
async function leaveRoom(phone: Device, bytes: number): Promise<Page> {
	const address = phone.page.url();
	const origin = phone.network.url;
	const before = await phone.context.newCDPSession(phone.page);
	const { usage } = await before.send('Storage.getUsageAndQuota', { origin });
	// The browser asks for the quota when it opens a database, and believes it for half a minute.
	const page = await phone.restart('about:blank');
	const browser = await phone.context.newCDPSession(page);
	await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.ceil(usage) + bytes });
	await page.goto(address);
	return page;
}

const reported = async (anna: Caller, text: string) =>
	(await anna.cases()).filter(({ report }) => report.text === text).map(({ report }) => report.photos.length);

test('photos that are none, empty or 50 MB: one reads which and why, the text and the good photo arrive', async ({
	phone,
	server
}) => {
	const files = [
		gallery.file('brev.jpg', Buffer.from('I am a letter')),
		gallery.file('tom.jpg', Buffer.alloc(0)),
		gallery.file('kæmpe.jpg', Buffer.alloc(50_000_000)),
		await gallery.photo('god.png', 640)
	];
	await signInAs(phone.page, 'Mette Kjær');
	const { page } = phone;
	const text = 'Fire filer, et billede';
	await begin(page, text);
	await page.getByLabel('Vælg et billede').setInputFiles(files);
	await expect(page.getByText('brev.jpg: Det er ikke et billede, vi kan læse')).toBeVisible();
	await expect(page.getByText('tom.jpg: Billedet er tomt')).toBeVisible();
	await expect(page.getByText('kæmpe.jpg: Billedet er for stort')).toBeVisible();
	await expect(page.getByText('Klar', { exact: true })).toHaveCount(1);
	await send(page);
	await expectAllSent(page);
	expect(await reported(await Caller.signIn(server, 'Anna Lind'), text)).toEqual([1]);
});

test('a photo that is still on its way in when one sends goes along', async ({ phone, server }) => {
	const photo = await gallery.photo('sidste.png');
	await signInAs(phone.page, 'Mette Kjær');
	const text = 'Sendt lige efter billedet';
	await begin(phone.page, text);
	await phone.page.getByLabel('Vælg et billede').setInputFiles(photo);
	await send(phone.page);
	await expectAllSent(phone.page);
	expect(await reported(await Caller.signIn(server, 'Anna Lind'), text)).toEqual([1]);
});

test('the device is full while a photo is added: it says which, and the text arrives', async ({ phone, server }) => {
	const photo = await gallery.photo('stor.png');
	await signInAs(phone.page, 'Mette Kjær');
	const text = 'Ingen plads til billedet';
	await begin(phone.page, text);
	const page = await leaveRoom(phone, 600_000);
	await page.getByLabel('Vælg et billede').setInputFiles(photo);
	await expect(page.getByText('stor.png: Enheden er fuld')).toBeVisible({ timeout: 20_000 });
	await expect(page.getByLabel('Hvad har du brug for?')).toHaveValue(text);
	await send(page);
	await expectAllSent(page);
	expect(await reported(await Caller.signIn(server, 'Anna Lind'), text)).toEqual([0]);
});

test('the device is full while the report is saved: its photo is counted on the receipt, and the text arrives', async ({
	phone,
	server
}) => {
	await signInAs(phone.page, 'Mette Kjær');
	const text = 'Fuld, da det skulle gemmes';
	await begin(phone.page, text);
	await addPhotos(phone.page, [await gallery.photo('med.png')]);
	const page = await leaveRoom(phone, 600_000);
	await send(page);
	await expect(page.getByRole('region', { name: 'Billeder, der ikke blev gemt: 1' })).toContainText('Gør plads');
	await expectAllSent(page);
	expect(await reported(await Caller.signIn(server, 'Anna Lind'), text)).toEqual([0]);
});

/** Something written without network, on a device whose database is then emptied: with what was kept outside of it, or without. */
async function loseDatabase(phone: Device, text: string, outside: 'kept' | 'gone'): Promise<Page> {
	await signInAs(phone.page, 'Mette Kjær');
	await phone.goOffline();
	await askIt(phone.page, text);
	await phone.page.goto('/outbox');
	await expect(phone.page.getByText(text)).toBeVisible();
	await expect.poll(() => copiesOn(phone.page)).toEqual([1, 1]);
	if (outside === 'gone') await dropCopies(phone.page);
	const browser = await phone.context.newCDPSession(phone.page);
	await browser.send('Storage.clearDataForOrigin', { origin: phone.network.url, storageTypes: 'indexeddb' });
	await phone.goOnline();
	const page = await phone.restart('/sign-in');
	await page.getByRole('button', { name: /Mette Kjær/ }).click();
	return page;
}

/** In the cache and in the private files. */
const copiesOn = (page: Page): Promise<number[]> =>
	page.evaluate(async () => {
		const cached = (await caches.keys()).filter((name) => name.startsWith('athand-unsent-'));
		const sizes = await Promise.all(cached.map(async (name) => (await (await caches.open(name)).keys()).length));
		let files = 0;
		const root = await navigator.storage.getDirectory();
		for await (const [name, folder] of root.entries())
			if (name.startsWith('unsent-')) for await (const _ of (folder as FileSystemDirectoryHandle).keys()) files += 1;
		return [sizes.reduce((sum, size) => sum + size, 0), files];
	});

const dropCopies = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		for (const name of await caches.keys()) if (name.startsWith('athand-unsent-')) await caches.delete(name);
		const root = await navigator.storage.getDirectory();
		for await (const name of root.keys())
			if (name.startsWith('unsent-')) await root.removeEntry(name, { recursive: true });
	});

test('[ST6] a device that lost its database takes up what was written and sends it', async ({ phone, server }) => {
	const text = 'Kommer igen fra kopien';
	const page = await loseDatabase(phone, text, 'kept');
	await expect.poll(async () => (await reported(await Caller.signIn(server, 'Anna Lind'), text)).length).toBe(1);
	await page.goto('/outbox');
	await expect(page.getByRole('heading', { name: 'Alt er sendt' })).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect.poll(() => copiesOn(page)).toEqual([0, 0]);
});

test('[ST7] a device with little room left says so, before more photos are taken', async ({ phone }) => {
	await signInAs(phone.page, 'Mette Kjær');
	// Chromium tells every page of ten gigabytes, whatever there is; other browsers tell the truth.
	await phone.context.addInitScript(() => {
		navigator.storage.estimate = async () => ({ usage: 50_000_000, quota: 150_000_000 });
	});
	const { page } = phone;
	await page.goto('/');
	const notice = page.getByRole('status').filter({ hasText: 'Der er snart ikke mere plads på enheden' });
	await expect(notice).toContainText('Find netværk');
	await expectForEverybody(page, sizes.phone, async (language) => {
		await speak(page, language);
		await page.goto('/');
		await page.getByRole('status').first().waitFor();
	});
});

test('a device that lost its database says how much was lost and when, until it was read', async ({
	phone,
	server
}) => {
	test.setTimeout(150_000);
	const text = 'Gået tabt med lageret';
	const page = await loseDatabase(phone, text, 'gone');
	const loss = page.getByRole('alert');
	await expect(loss).toContainText('Enheden har mistet noget, du skrev: 1');
	await expect(loss).toContainText(/En melding, skrevet .*\d/);
	await expect(loss).toContainText('ring til IT');
	await expectForEverybody(page, sizes.phone, async (language) => {
		await speak(page, language);
		await page.goto('/');
		await loss.waitFor();
	});
	await page.goto('/outbox');
	await loss.getByRole('button', { name: 'Jeg har læst det' }).click();
	await expect(loss).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Alt er sendt' })).toBeVisible();
	await expect(loss).toHaveCount(0);
	expect(await reported(await Caller.signIn(server, 'Anna Lind'), text)).toEqual([]);
});

test('a browser that keeps nothing says so before anybody types', async ({ phone }) => {
	await phone.context.addInitScript(() => void Reflect.deleteProperty(window, 'indexedDB'));
	for (const path of ['/', '/sign-in', '/report?topic=question']) {
		await phone.page.goto(path);
		const notice = phone.page.getByRole('alert');
		await expect(notice.getByRole('heading', { name: 'Athand kan ikke gemme noget her' })).toBeVisible();
		await expect(phone.page.getByRole('link', { name: /Ring til IT: / })).toHaveAttribute('href', /^tel:/);
		await expect(phone.page.getByRole('textbox')).toHaveCount(0);
	}
});
