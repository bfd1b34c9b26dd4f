import type { Page } from '@playwright/test';
import { expect, test } from '#tests/fixtures.ts';
import { signInAs } from '#tests/sign-in.ts';

// A video that one chose to keep plays in a flat without coverage, with its words in one's own language.

const guide = '/guides/digital-lock-wont-open';
const player = (page: Page) => page.locator('dialog[open] video');
const see = (page: Page) => page.getByRole('button', { name: /^Se hvordan/ });

/** What a person sees of it: it moves, and its captions stand under it in their language. */
async function expectToPlay(page: Page, language: string) {
	const video = player(page);
	await video.evaluate((shown: HTMLVideoElement) => shown.play());
	await expect.poll(() => video.evaluate((shown: HTMLVideoElement) => shown.currentTime)).toBeGreaterThan(0.5);
	const languages = await video.evaluate((shown: HTMLVideoElement) =>
		[...shown.textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language)
	);
	expect(languages).toEqual([language]);
	const cue = video.evaluate((shown: HTMLVideoElement) => {
		const track = [...shown.textTracks].find(({ mode }) => mode === 'showing');
		return (track?.activeCues?.[0] as VTTCue | undefined)?.text;
	});
	expect(await cue).toMatch(/Bank på/);
}

test('a video that is kept plays without network, in parts, with captions; one that is not says so', async ({
	phone
}) => {
	test.setTimeout(150_000);
	await signInAs(phone.page, 'Amira Saleh');
	const { page } = phone;
	const asked: string[] = [];
	page.on('request', (request) => {
		if (/\/videos\/.*\.(?:webm|mp4)$/.test(request.url())) asked.push(request.url());
	});
	await page.goto(guide);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.reload();
	await see(page).click();
	await expect(player(page)).toBeVisible();
	await expect.poll(() => player(page).evaluate((shown: HTMLVideoElement) => shown.textTracks.length)).toBe(5);
	expect(asked, 'nothing is fetched before it is played or kept').toEqual([]);

	await page.getByRole('button', { name: /^Gem til uden net: \d+ kB$/ }).click();
	await expect(page.getByText(/^På enheden: \d+ kB/)).toBeVisible();
	await page.goto('/guides');
	await expect(page.getByText(/Gemte videoer: \d+ kB/)).toBeVisible();

	await phone.goOffline();
	const away = await phone.restart(guide);
	await see(away).click();
	await expectToPlay(away, 'da');
	const part = await player(away).evaluate(async (shown: HTMLVideoElement) => {
		const answer = await fetch(shown.src, { headers: { range: 'bytes=0-99' } });
		return [answer.status, (await answer.arrayBuffer()).byteLength];
	});
	expect(part).toEqual([206, 100]);
	await player(away).evaluate((shown: HTMLVideoElement) => (shown.currentTime = 12));
	await expect.poll(() => player(away).evaluate((shown: HTMLVideoElement) => shown.currentTime)).toBeGreaterThan(12);

	await away.getByRole('button', { name: 'Fjern fra enheden' }).click();
	await expect(away.getByRole('button', { name: /^Gem til uden net/ })).toBeVisible();
	const other = await phone.restart('/guides/handheld-wont-start');
	await see(other).click();
	await player(other).evaluate((shown: HTMLVideoElement) => shown.play().catch(() => undefined));
	await expect(other.getByText('Videoen er ikke på enheden, og der er intet net.', { exact: false })).toBeVisible();
});
