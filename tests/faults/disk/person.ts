import type { Page } from '@playwright/test';
import sharp from 'sharp';

// Somebody who reports with photos and believes what the screen says.

/**
 * What the screen said about one report. `closed`: the app was not there, or asked who one is, because the browser threw
 * everything away; `nothing`: no word for longer than anybody waits.
 */
export type Said = 'saved' | 'withoutPhotos' | 'notSaved' | 'closed' | 'nothing';
export type Told = { text: string; photos: number; said: Said; words: string };

/** Longer than the guard's limit twice over: by then the screen must have said something. */
const patienceMs = 30_000;

/** Noise, so that it is as large after shrinking as a photo of a full shelf: about 1.5 MB. */
export async function photo(seed: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
	const [width, height] = [1600, 1200];
	const noise = Buffer.alloc(width * height * 3);
	let state = seed | 1;
	for (let at = 0; at < noise.length; at += 1)
		noise[at] = (state = (Math.imul(state, 1_103_515_245) + 12_345) | 0) >>> 16;
	const buffer = await sharp(noise, { raw: { width, height, channels: 3 } })
		.jpeg({ quality: 80 })
		.toBuffer();
	return { name: 'shelf.jpg', mimeType: 'image/jpeg', buffer };
}

export type Moments = { beforePhotos?: () => void; beforeSend?: () => void; whileSaving?: () => void };

/** Writes a report as a person does, up to what the screen says to it; or to the end of a browser that dies of a full disk. */
export async function report(page: Page, what: Written, moments: Moments = {}): Promise<Told> {
	try {
		return await write(page, what, moments);
	} catch (error) {
		if (!page.isClosed()) throw error;
		return { text: what.text, photos: 0, said: 'closed', words: 'the browser has died' };
	}
}

type Written = { text: string; photos: Awaited<ReturnType<typeof photo>>[] };

async function write(page: Page, { text, photos }: Written, moments: Moments): Promise<Told> {
	const told = (said: Said, words = '', kept = 0): Told => ({ text, photos: kept, said, words });
	const opens = await page.goto('/report?topic=question').then(
		() => true,
		() => false
	);
	if (!opens) return told('closed');
	const field = page.getByLabel('Hvad har du brug for?');
	const trouble = page.getByRole('alert').getByRole('heading');
	if (!(await appears(field.or(trouble).first(), patienceMs)) || !(await field.isVisible()))
		return told(
			(await trouble.isVisible()) || /welcome|sign-in/.test(page.url()) ? 'closed' : 'nothing',
			await page.locator('body').innerText()
		);
	await field.fill(text);
	await page.getByRole('radio', { name: 'Ja', exact: true }).check();
	moments.beforePhotos?.();
	let ready = 0;
	for (const one of photos) {
		await page.getByLabel('Vælg et billede').setInputFiles(one);
		const isReady = await appears(page.getByText('Klar', { exact: true }).nth(ready), patienceMs);
		if (isReady) ready += 1;
	}
	moments.beforeSend?.();
	await page.getByRole('button', { name: 'Send til IT' }).click();
	moments.whileSaving?.();
	const saved = page.getByRole('heading', { name: /Gemt på enheden|Sendt til IT/ });
	const refused = page.getByRole('alert').filter({ hasText: /./ });
	if (!(await appears(saved.or(refused).first(), patienceMs)))
		return told('nothing', await page.locator('main').innerText());
	if (!(await saved.isVisible())) return told('notSaved', await refused.first().innerText());
	const words = await page.locator('main').innerText();
	return told(/Billeder, der ikke blev gemt/.test(words) ? 'withoutPhotos' : 'saved', words, ready);
}

const appears = (what: ReturnType<Page['locator']>, timeout: number): Promise<boolean> =>
	what.waitFor({ timeout }).then(
		() => true,
		() => false
	);
