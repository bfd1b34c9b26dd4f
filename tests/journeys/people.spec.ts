import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '#tests/fixtures.ts';

test('an administrator adds somebody, hands over a slip, and that person is in with a PIN of their own', async ({
	phone,
	tablet
}) => {
	const desk = tablet.page;
	await desk.goto('/sign-in');
	await desk.getByText('Flere roller').click();
	await desk.getByRole('button', { name: /Hanne Vester/ }).click();
	await desk.getByRole('link', { name: /^Personer/ }).click();
	await desk.getByRole('button', { name: 'Ny person' }).click();
	const sheet = desk.getByRole('dialog');
	await sheet.getByLabel('Navn').fill('Ditte "D" Lykke');
	await sheet.getByLabel('Medarbejdernummer').fill('301001');
	await sheet.getByRole('button', { name: 'Gem' }).click();
	await desk.getByRole('searchbox', { name: 'Søg' }).fill('301001');
	await desk.getByRole('button', { name: /Ditte/ }).click();
	await desk.getByRole('button', { name: 'Ny engangs-PIN' }).click();
	const slip = desk.getByRole('listitem').filter({ hasText: 'Ditte' });
	const oneTimePin = await slip
		.getByText(/^\d{6}$/)
		.last()
		.textContent();

	const { page } = phone;
	const type = async (pin: string) => {
		for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
	};
	await page.goto('/sign-in?o=kloeverkoeb');
	await page.getByRole('button', { name: 'Log ind som dig selv' }).click();
	await page.getByLabel('Medarbejdernummer').fill('301001');
	await page.getByRole('button', { name: 'Videre' }).click();
	await type('000000');
	await expect(page.getByRole('alert')).toContainText('passer ikke sammen');
	await type(oneTimePin ?? '');
	await expect(page.getByRole('heading', { name: 'Vælg din egen PIN-kode' })).toBeVisible();
	await type('123456');
	await expect(page.getByRole('alert')).toContainText('For let at gætte');
	await type('730284');
	await expect(page.getByText('Den samme igen')).toBeVisible();
	await type('730284');
	await page.waitForURL(/\/$/);
	await page.goto('/me');
	await expect(page.getByText('Ditte "D" Lykke')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Indstillinger' })).toHaveCount(0);
});

test('a CSV file says what it would do and stops before it empties a workplace', async ({ tablet }) => {
	const { page } = tablet;
	await page.goto('/sign-in');
	await page.getByText('Flere roller').click();
	await page.getByRole('button', { name: /Hanne Vester/ }).click();
	await page.getByRole('link', { name: /^Enheder/ }).click();
	await page.getByRole('link', { name: 'Hent fra en fil' }).click();
	const choose = (text: string) =>
		page
			.getByLabel('Vælg en CSV-fil')
			.setInputFiles({ name: 'enheder.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

	await choose('navn;sted\nKasse;Kasselinjen\n');
	await expect(page.getByRole('alert')).toContainText('Kolonnen Mærkat mangler');
	await page.getByRole('button', { name: 'Vælg en anden' }).click();
	await choose('mærkat;slags;navn;afdeling\n214-H1;handheld;Håndterminal 1;214\nX1;brødrister;;999\n');
	await expect(page.getByRole('alert')).toContainText('Det er flere end hver tiende');
	const reasons = page.getByRole('listitem').filter({ hasText: 'Linje 3: X1' });
	await expect(reasons).toContainText('Navn mangler');
	await expect(reasons).toContainText('“brødrister” er ikke en slags, vi kender');
	await expect(reasons).toContainText('der er intet arbejdssted 999');
	await expect(page.getByRole('button', { name: /^Ja, \d+ forsvinder$/ })).toBeVisible();
});

test('the door and the settings fit 320 px in five languages, and axe finds nothing', async ({ tablet }) => {
	// Fifty pages.
	test.setTimeout(180_000);
	const { page } = tablet;
	await page.setViewportSize({ width: 320, height: 568 });
	await page.goto('/sign-in');
	await page.getByText('Flere roller').click();
	await page.getByRole('button', { name: /Hanne Vester/ }).click();
	await page.waitForURL(/settings/);
	const pages = [
		'',
		'/departments',
		'/people',
		'/phones',
		'/hours',
		'/holidays',
		'/devices',
		'/services',
		'/held',
		'/guides'
	];
	for (const locale of ['da', 'nb', 'sv', 'ko', 'en']) {
		await page.evaluate((chosen) => localStorage.setItem('PARAGLIDE_LOCALE', chosen), locale);
		for (const path of ['/sign-in', ...pages.map((name) => `/desk/settings${name}`)]) {
			await page.goto(path);
			await page.getByRole('heading', { level: 1 }).first().waitFor();
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width, `${locale} ${path}`).toBeLessThanOrEqual(320);
			if (locale !== 'da') continue;
			const { violations } = await new AxeBuilder({ page }).analyze();
			const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
			expect(found, path).toEqual([]);
		}
	}
});
