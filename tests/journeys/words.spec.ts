import { begin, expectAllSent, send } from '#tests/ask-it.ts';
import { Caller } from '#tests/caller.ts';
import { expect, test } from '#tests/fixtures.ts';
import { signInAs } from '#tests/sign-in.ts';

// Whatever somebody writes arrives as they wrote it.

const hard = `"quoted" 'single' \\back\\slash </script><b>not bold</b> \${code} %00 ; -- 잠금이 안 열려요 👩🏽‍🔧🇩🇰 æøå`;

test('10,000 characters, emoji, Hangul and quotes in every field arrive unharmed at the desk', async ({
	phone,
	tablet,
	server
}) => {
	const long = `${hard}\n`.repeat(95).padEnd(10_000, 'x');
	expect(long.length).toBe(10_000);
	await signInAs(phone.page, 'Mette Kjær');
	const { page } = phone;
	await begin(page, `${long}!`);
	await page.getByRole('button', { name: 'Send til IT' }).click();
	await expect(page.getByRole('alert').filter({ hasText: '1 tegn' })).toBeVisible();
	await page.getByLabel('Hvad har du brug for?').fill(long);
	await send(page);

	// Longer than a label may be, and cut in the middle of an emoji.
	const label = `"7' \\ <b>잠금${'x'.repeat(68)}`;
	await page.goto(`/scan?tag=${encodeURIComponent(`${label}🙂`)}`);
	await page.locator('.kinds button', { hasText: 'Bonprinter' }).click();
	await page.locator('main .tile').first().click();
	await page.waitForURL(/(guide|work)$/);
	await page.goto(page.url().replace(/guide$/, 'work'));
	await page.getByRole('radio', { name: 'Ja', exact: true }).check();
	await page.getByRole('button', { name: 'Skriv mere' }).click();
	await page.getByRole('textbox').fill(hard);
	await send(page);
	await page.goto(page.url().replace('/report/receipt/', '/cases/'));
	await page.getByRole('textbox').fill(`svar: ${hard}`);
	await page.getByRole('button', { name: 'Send', exact: false }).click();
	await expect(page.getByRole('textbox')).toHaveValue('');
	await expectAllSent(page);

	const anna = await Caller.signIn(server, 'Anna Lind');
	const cases = (await anna.cases()).filter(({ report }) => [long, hard].includes(report.text));
	expect(cases).toHaveLength(2);
	const labelled = cases.find(({ report }) => report.text === hard)!;
	expect(labelled.report.assetTag).toBe(`${label}\ufffd`);
	expect(JSON.stringify(labelled.events)).toContain(JSON.stringify(`svar: ${hard}`));

	await signInAs(tablet.page, 'Anna Lind');
	await tablet.page.goto(`/desk/${cases.find(({ report }) => report.text === long)!.id}`);
	const shown = await tablet.page.locator('.entry').first().textContent();
	expect(shown?.includes(long)).toBe(true);
	expect(await tablet.page.locator('.entry b', { hasText: 'not bold' }).count()).toBe(0);
});
