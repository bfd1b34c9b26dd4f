import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { connect } from '#lib/server/connection.ts';
import { expect, test } from '#tests/fixtures.ts';
import type { Server } from '#tests/server.ts';
import { signInAs } from '#tests/sign-in.ts';

// Help that one finds without network, in one's own words and language.

const guide = 'digital-lock-wont-open';

/** Taps, counted as a person counts them. Typing is not counted. */
class Thumb {
	taps = 0;
	async tap(target: Locator): Promise<void> {
		this.taps += 1;
		await target.click();
	}
}

async function lookUp(page: Page, thumb: Thumb, words: string, result: Locator): Promise<void> {
	const field = page.getByRole('searchbox');
	await thumb.tap(field);
	await field.pressSequentially(words);
	await thumb.tap(result);
}

/** How often the guide was told to have worked, as the database has it. */
async function timesWorked(server: Server): Promise<number> {
	const sockets = encodeURIComponent(join(realpathSync(server.dataDir), 'run'));
	const sql = connect(`postgresql://athand@localhost/athand?host=${sockets}`, { max: 1 });
	const [row] = await sql`select count(*)::int as times from guide_outcome where guide_id = ${guide} and worked`;
	await sql.end();
	return row?.times;
}

test('before a locked door without network: the guide by "lås", and what helped is counted once', async ({
	server,
	phone
}) => {
	test.setTimeout(150_000);
	await signInAs(phone.page, 'Amira Saleh');
	const before = await timesWorked(server);
	await phone.goOffline();
	const page = await phone.restart('/');
	const thumb = new Thumb();

	await lookUp(page, thumb, 'lås', page.locator(`main a[href="/guides/${guide}"]`));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Den elektroniske dørlås åbner ikke');
	await expect(page.getByText('Bank på, ring på, og kald.')).toBeVisible();
	// The picture lies in a file of its own: without it the frame stands empty.
	const picture = page.locator('svg.scene use');
	await expect
		.poll(() => picture.evaluate((use: SVGUseElement) => Math.round(use.getBBox().width)))
		.toBeGreaterThan(300);
	await thumb.tap(page.getByRole('button', { name: 'Ja', exact: true }));
	await expect(page.getByText('Godt, at det virker')).toBeVisible();
	expect(thumb.taps).toBeLessThanOrEqual(4);
	expect(await timesWorked(server)).toBe(before);

	await phone.goOnline();
	await expect.poll(() => timesWorked(server), { timeout: 60_000 }).toBe(before + 1);
	await phone.restart('/outbox');
	await expect(phone.page.getByRole('heading', { name: 'Alt er sendt' })).toBeVisible({ timeout: 30_000 });
	expect(await timesWorked(server)).toBe(before + 1);
});

test('a reader of Korean finds help by 잠금 without network', async ({ phone }) => {
	test.setTimeout(120_000);
	await signInAs(phone.page, '김서연');
	await phone.goOffline();
	const page = await phone.restart('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
	const thumb = new Thumb();

	await lookUp(page, thumb, '잠금', page.locator('main a[href^="/guides/"]').first());
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/[가-힣]/);
	await expect(page.locator('.step-card')).toContainText(/[가-힣]/);
	expect(thumb.taps).toBeLessThanOrEqual(4);
});

test('where one was is kept for a day, and what did not help follows into the report', async ({ phone }) => {
	test.setTimeout(120_000);
	await signInAs(phone.page, 'Amira Saleh');
	await phone.page.goto(`/guides/${guide}`);
	for (const step of [2, 3]) {
		await phone.page.getByRole('button', { name: 'Nej, næste' }).click();
		await expect(phone.page.getByText(`Trin ${step} af 7`).first()).toBeVisible();
	}
	const page = await phone.restart(`/guides/${guide}`);
	await expect(page.getByText('Du var ved trin 3.')).toBeVisible();
	// Whoever comes back is told whom to phone, as at the beginning.
	await expect(page.getByRole('link', { name: /Ring/ }).first()).toBeVisible();
	await page.getByRole('button', { name: 'Start forfra' }).click();
	await expect(page.getByText('Trin 1 af 7').first()).toBeVisible();
	await page.getByRole('button', { name: 'Nej, næste' }).click();
	await page.getByRole('button', { name: 'Nej, næste' }).click();
	await page.getByRole('link', { name: 'Stop og meld' }).click();
	await expect(page.getByText(/2 trin/)).toBeVisible();
});

test('all steps of the longest guides stand on one sheet of paper', async ({ phone }) => {
	test.setTimeout(120_000);
	await signInAs(phone.page, 'Amira Saleh');
	const { page } = phone;
	for (const id of [guide, 'tablet-citizen-home', 'key-box-code']) {
		await page.goto(`/guides/${id}/sheet`);
		await expect(page.getByRole('button', { name: 'Udskriv' })).toBeVisible();
		await page.waitForLoadState('networkidle');
		const sheet = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
		expect(sheet.match(/\/Type\s*\/Page\b/g), id).toHaveLength(1);
	}
});
