import type { Page } from '@playwright/test';
import type { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';

// The other end of the main journey: IT on a tablet answers what an employee reported, both look at their screens.

const photo = {
	name: 'lock.png',
	mimeType: 'image/png',
	buffer: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	)
};

async function signIn({ page }: Device, name: string, to: string): Promise<Page> {
	await page.goto('/sign-in');
	await page
		.getByRole('button', { name: new RegExp(name) })
		.first()
		.click();
	await expect(page.getByRole('navigation', { name: /menu/i }).first()).toBeVisible();
	await page.goto(to);
	return page;
}

/** A question of Mette's, and the page on which she waits for the answer. */
async function report(phone: Device, text: string, withPhoto = false): Promise<Page> {
	const page = await signIn(phone, 'Mette Kjær', '/report?topic=question');
	await page.getByLabel('Hvad har du brug for?').fill(text);
	await page.getByRole('radio', { name: 'Ja', exact: true }).click();
	if (withPhoto) {
		await page.getByLabel('Tag et billede').setInputFiles(photo);
		await expect(page.getByText('Klar', { exact: true })).toBeVisible();
	}
	await page.getByRole('button', { name: 'Send til IT' }).click();
	await expect(page.getByRole('heading', { name: /Gemt på enheden|Sendt til IT/ })).toBeVisible();
	await page.goto('/cases');
	await page.getByRole('link', { name: text }).click();
	return page;
}

/** The desk with this case open. */
async function openCase(tablet: Device, text: string): Promise<Page> {
	const page = await signIn(tablet, 'Anna Lind', '/desk');
	await page.getByRole('searchbox').fill(text);
	await page.getByRole('link', { name: text }).click();
	await expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible();
	return page;
}

test('an answer reaches the one who waits within two seconds, and so does the reply; nobody touches anything', async ({
	phone,
	tablet
}) => {
	const text = 'Hvor henter jeg en ny holder?';
	const mettes = await report(phone, text, true);
	const annas = await openCase(tablet, text);
	await expect(annas.getByRole('button', { name: /Billede 1 af 1 fra Mette/ })).toBeVisible({ timeout: 20_000 });
	await expect(mettes.getByText(/Set af Anna/)).toBeVisible();

	await annas.getByRole('button', { name: 'Tag sagen' }).click();
	await expect(annas.getByText('Du har den')).toBeVisible();
	await annas.getByRole('textbox', { name: 'Svar Mette på dansk' }).fill('På lageret, hylde 4.');
	await annas.getByRole('button', { name: 'Send svaret' }).click();
	await expect(mettes.getByText('På lageret, hylde 4.')).toBeVisible({ timeout: 2_000 });
	await expect(annas.getByText('Mette har fået svar')).toBeVisible();

	await annas.getByRole('button', { name: 'Spørg' }).click();
	await annas.getByRole('textbox', { name: 'Hvad har du brug for at vide?' }).fill('Fandt du den?');
	await annas.getByRole('textbox', { name: 'Svar 1 at trykke på' }).fill('Ja, tak');
	await annas.getByRole('button', { name: 'Send spørgsmålet' }).click();
	await mettes.getByRole('button', { name: 'Ja, tak' }).click({ timeout: 2_000 });
	await expect(annas.getByText('Ja, tak', { exact: true }).last()).toBeVisible({ timeout: 2_000 });

	await annas.getByRole('button', { name: 'Løst', exact: true }).click();
	await annas.getByLabel('Det, Mette læser').fill('Så er den der.');
	await annas.getByRole('button', { name: 'Løst, sig det til Mette' }).click();
	await expect(mettes.getByText('Så er den der.')).toBeVisible({ timeout: 2_000 });
});

test('the desk works without network: what was done is sent when it returns, and a note stays with IT', async ({
	phone,
	tablet
}) => {
	const text = 'Må jeg bruge min egen telefon?';
	const mettes = await report(phone, text);
	let annas = await openCase(tablet, text);
	await annas.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await annas.reload();
	await annas.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await tablet.goOffline();

	// Single keys: t takes, n writes a note.
	await annas.getByRole('heading', { level: 1, name: text }).click();
	await annas.keyboard.press('t');
	await expect(annas.getByText('Du har den')).toBeVisible();
	await annas.keyboard.press('n');
	await annas.getByRole('textbox', { name: 'En note, kun IT ser' }).fill('Spørg hendes leder');
	await annas.getByRole('button', { name: 'Gem noten' }).click();
	await expect(annas.getByText('Venter på net').first()).toBeVisible();
	await annas.getByRole('textbox', { name: 'Svar Mette på dansk' }).fill('Jeg spørger din le');
	await expect(annas.getByText(/Kladde gemt/)).toBeVisible();

	annas = await tablet.restart(new URL(annas.url()).pathname);
	await expect(annas.getByRole('textbox', { name: 'Svar Mette på dansk' })).toHaveValue('Jeg spørger din le');
	await tablet.goOnline();
	await expect(mettes.getByText(/Anna Lind|Hos Anna|Anna/).first()).toBeVisible({ timeout: 30_000 });
	await expect(annas.getByText('Venter på net')).toHaveCount(0, { timeout: 30_000 });
	await expect(mettes.getByText('Spørg hendes leder')).toHaveCount(0);
});
