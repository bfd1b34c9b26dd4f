import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { askIt, begin, expectAllSent, send } from '#tests/ask-it.ts';
import { Caller } from '#tests/caller.ts';
import { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import { newerBuild } from '#tests/newer-build.ts';
import { Gallery } from '#tests/pictures.ts';
import { signInAs } from '#tests/sign-in.ts';

// What the worker does besides files and pages: it waits with a new version, takes shared photos, and sends when the app is closed.

const newer = 'En nyere Athand ligger klar';

test('a new version never takes a page from under a draft or a transfer; it is offered afterwards', async ({
	server
}) => {
	let { port } = server;
	const kind = { viewport: { width: 360, height: 640 }, isMobile: true, locale: 'da-DK' };
	const phone = await Device.make(kind, () => port);
	const { page } = phone;
	await signInAs(page, 'Mette Kjær');
	await phone.goOffline();
	const text = 'Skrevet under en opdatering';
	await askIt(page, 'Venter under en opdatering');
	await begin(page, text);
	await page.evaluate(() => Object.assign(window, { isSamePage: true }));
	const isSamePage = () => page.evaluate(() => 'isSamePage' in window);

	const build = await newerBuild(server);
	({ port } = build);
	await phone.goOnline();
	await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
	await expect(page.getByText(newer)).toHaveCount(0);
	expect(await isSamePage()).toBe(true);
	await expect(page.getByLabel('Hvad har du brug for?')).toHaveValue(text);

	await page.getByRole('link', { name: 'Tilbage' }).click();
	await expect(page.getByText(newer)).toBeVisible({ timeout: 20_000 });
	expect(await isSamePage()).toBe(true);
	await page.getByRole('button', { name: 'Brug den nu' }).click();
	await page.waitForFunction(() => !('isSamePage' in window));
	await page.goto('/report');
	await page.getByRole('link', { name: 'Fortsæt' }).click();
	await expect(page.getByLabel('Hvad har du brug for?')).toHaveValue(text);
	await expect(page.getByText(newer)).toHaveCount(0);
	const anna = await Caller.signIn(server, 'Anna Lind');
	expect(await anna.timesReported(['Venter under en opdatering'])).toEqual([1]);
	await phone.remove();
	build.end();
});

/** As the phone's share sheet does: a form is posted, from nowhere in particular. */
async function share(page: Page, paths: string[], text: string) {
	const photos = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString('base64') }));
	await page.evaluate(
		({ photos, text }) => {
			const { files } = photos.reduce((given, { name, base64 }) => {
				const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
				given.items.add(new File([bytes], name, { type: 'image/png' }));
				return given;
			}, new DataTransfer());
			const form = Object.assign(document.createElement('form'), { method: 'post', action: '/share' });
			form.enctype = 'multipart/form-data';
			form.append(
				Object.assign(document.createElement('input'), { type: 'file', name: 'photos', multiple: true, files }),
				Object.assign(document.createElement('input'), { name: 'text', value: text })
			);
			document.body.append(form);
			form.submit();
		},
		{ photos, text }
	);
	await page.waitForURL('**/work');
}

test('a photo shared from another app without network becomes a report that has it', async ({ phone, server }) => {
	const gallery = new Gallery();
	await signInAs(phone.page, 'Mette Kjær');
	await phone.goOffline();
	const { page } = phone;
	await share(page, [await gallery.photo('delt.png', 640)], 'Delt fra galleriet');
	await expect(page.getByText('Klar', { exact: true })).toHaveCount(1);
	await expect(page.getByLabel('Hvad har du brug for?')).toHaveValue('Delt fra galleriet');
	await page.getByRole('radio', { name: 'Ja', exact: true }).check();
	await send(page);
	await phone.goOnline();
	await expectAllSent(page);
	const anna = await Caller.signIn(server, 'Anna Lind');
	const photosOf = async () =>
		(await anna.cases())
			.filter(({ report }) => report.text === 'Delt fra galleriet')
			.map(({ photoStates }) => Object.values(photoStates));
	await expect.poll(photosOf, { timeout: 20_000 }).toEqual([['published']]);
	gallery.throwAway();
});

test('what somebody in home care shares passes the same question as what they pick; what is no photo is named where it stays', async ({
	phone
}) => {
	const gallery = new Gallery();
	await signInAs(phone.page, 'Amira Saleh');
	await phone.goOffline();
	const { page } = phone;
	const letter = gallery.file('brev.png', Buffer.from('I am a letter'));
	await share(page, [letter, await gallery.photo('dør.png', 640)], 'Døren hos borgeren');
	const ask = page.getByRole('dialog', { name: 'Er der en person, et navn eller medicin på billedet?' });
	await expect(ask).toBeVisible();
	const photos = page.locator('section', { hasText: 'Billeder' });
	await expect(photos.getByText('brev.png: Det er ikke et billede, vi kan læse')).toBeVisible();
	await expect(photos.getByText('Klar', { exact: true })).toHaveCount(0);

	// The app is closed before the answer: the question comes again, for the one photo that nobody has looked at.
	await page.goto('/report');
	await page.getByRole('link', { name: 'Fortsæt' }).click();
	await ask.getByRole('button', { name: 'Nej, brug det' }).click();
	await expect(photos.getByText('Klar', { exact: true })).toHaveCount(1);
	await page.reload();
	await expect(photos.getByText('Klar', { exact: true })).toHaveCount(1);
	await expect(page.getByLabel('Hvad har du brug for?')).toHaveValue('Døren hos borgeren');
	await expect(ask).toHaveCount(0);
	gallery.throwAway();
});

test('a report leaves a phone whose app was closed right after saving, and the worker stands before no call', async ({
	phone,
	server
}) => {
	await signInAs(phone.page, 'Mette Kjær');
	const app = phone.page;
	const byWorker = new Map<boolean, Set<string>>([
		[true, new Set()],
		[false, new Set()]
	]);
	app.on('response', (response) => {
		const { pathname } = new URL(response.url());
		byWorker.get(response.fromServiceWorker())?.add(pathname.startsWith('/api/') ? '/api' : pathname);
	});
	await app.goto('/cases');
	await expect.poll(() => [...byWorker.get(false)!]).toContain('/api');
	expect([...byWorker.get(true)!]).toContain('/cases');
	expect([...byWorker.get(true)!]).not.toContain('/api');

	await phone.goOffline();
	const text = 'Sendt, mens appen var lukket';
	await askIt(app, text);
	const blank = await phone.context.newPage();
	const asked = () =>
		app.evaluate(async () => {
			type Registration = ServiceWorkerRegistration & { sync: { getTags(): Promise<string[]> } };
			return ((await navigator.serviceWorker.ready) as Registration).sync.getTags();
		});
	await expect.poll(asked).toHaveLength(1);
	const [tag] = await asked();
	const browser = await phone.context.newCDPSession(blank);
	const registered = new Promise<string>((found) =>
		browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(phone.network.url));
			if (ours) found(ours.registrationId);
		})
	);
	await browser.send('ServiceWorker.enable');
	const registrationId = await registered;
	await app.close();
	await phone.goOnline();
	const event = { origin: phone.network.url, registrationId, tag: tag!, lastChance: false };
	await browser.send('ServiceWorker.dispatchSyncEvent', event);
	const anna = await Caller.signIn(server, 'Anna Lind');
	await expect.poll(() => anna.timesReported([text]), { timeout: 20_000 }).toEqual([1]);

	await blank.goto('/outbox');
	await expect(blank.getByRole('heading', { name: 'Alt er sendt' })).toBeVisible({ timeout: 20_000 });
	expect(await anna.timesReported([text])).toEqual([1]);
});
