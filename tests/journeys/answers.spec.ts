import type { Page } from '@playwright/test';
import { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import { Server } from '#tests/server.ts';
import { signInAs } from '#tests/sign-in.ts';

// A node that learns answers, and a phone that takes what it learned with it. Learning takes a core for a while, so only
// Korean is learned here.

let server: Server;
let phone: Device;
test.beforeAll(async () => {
	test.setTimeout(200_000);
	server = await Server.start({ ATHAND_MODE: 'demo', ATHAND_ANSWERS: 'on' });
	const kind = { viewport: { width: 360, height: 640 }, isMobile: true, locale: 'ko-KR' };
	phone = await Device.make(kind, () => server.port);
});
test.afterAll(async () => {
	await phone?.remove();
	await server?.remove();
});

const holdsModel = (page: Page): Promise<boolean> =>
	page.evaluate(async () => (await (await caches.open('athand-answers')).keys()).length > 0);

test('a phone answers without network in words that no guide has', async () => {
	test.setTimeout(240_000);
	await signInAs(phone.page, '김서연');
	// Asks for the model whenever a talk is opened, until the server has made it.
	await expect
		.poll(
			async () => {
				await phone.page.goto('/ask');
				return holdsModel(phone.page);
			},
			{ timeout: 200_000, intervals: [5_000] }
		)
		.toBe(true);
	await phone.goOffline();
	const page = await phone.restart('/ask');
	await page.locator('.action-bar textarea').fill('계산대에서 나오는 종이가 새하얗게 나와요');
	await page.locator('.action-bar textarea').press('Enter');
	const answer = page.locator('[data-by="assistant"]').last();
	await expect(answer).toContainText('영수증 용지 교체하기');
});
