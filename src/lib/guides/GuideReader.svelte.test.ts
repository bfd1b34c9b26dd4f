import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { GuideRow } from '#lib/domain/guide/guide.ts';
import GuideReader from './GuideReader.svelte';
import GuidesPage from './GuidesPage.svelte';
import type { Reader } from './queries.ts';

const steps = ['Knock and ring the bell.', 'Hold the phone close to the lock.', 'Use the spare key.'];
const guide = (id: string, title: string, over: Partial<GuideRow> = {}): GuideRow => ({
	id,
	category: 'homecare',
	audience: ['homecare'],
	service: 'door-locks',
	minutes: 3,
	solvedBy: 'self',
	report: { kind: 'incident', category: 'hardware', ask: [] },
	related: [],
	version: 2,
	texts: {
		en: {
			title,
			summary: `${title}.`,
			keywords: [],
			steps: steps.map((text, n) => ({ text, html: null, caution: n === 1 ? 'Do not force it.' : null })),
			ending: { title: 'If it does not help', text: 'Report the lock number.', html: null }
		}
	},
	outcomes: { worked: 0, of: 0 },
	usedHere: 0,
	...over
});
const lock = guide('digital-lock-wont-open', 'Digital door lock does not open');
const danish = guide('only-danish', 'x', {
	service: 'wifi',
	texts: { da: { ...lock.texts.en!, title: 'Wifi virker ikke' } }
});
const reader: Reader = {
	audience: 'homecare',
	place: 'North',
	dutyPhone: '70 10 20 31',
	phones: [{ purpose: 'it', number: '70 10 20 30', label: 'IT', alwaysOpen: true }]
};

function read(shown: GuideRow, start: number | 'ending' = 0, isResumed = false) {
	const oncount = vi.fn();
	const onmove = vi.fn();
	const { dutyPhone, phones } = reader;
	render(GuideReader, {
		guide: shown,
		related: [],
		locale: 'en',
		dutyPhone,
		phones,
		back: '/guides',
		start,
		isResumed,
		onmove,
		oncount
	});
	return { oncount, onmove };
}

it('leads from the first step to the report, with what was tried, and counts once', async () => {
	const { oncount, onmove } = read(lock);
	await expect
		.element(page.getByRole('link', { name: /Ring the shift leader now/ }))
		.toHaveAttribute('href', 'tel:70102031');
	await page.getByRole('button', { name: 'No, next' }).click();
	await expect.element(page.getByText('Do not force it.')).toBeVisible();
	await page.getByRole('button', { name: 'No, next' }).click();
	await page.getByRole('button', { name: 'No', exact: true }).click();
	await expect.element(page.getByText('Report the lock number.')).toBeVisible();
	await expect
		.element(page.getByRole('link', { name: /3 steps follow along/ }))
		.toHaveAttribute('href', '/report?guide=digital-lock-wont-open&tried=3');
	expect(oncount.mock.calls).toEqual([[{ worked: false, steps: 3 }]]);
	expect(onmove.mock.calls).toEqual([[1], [2], ['ending']]);
});

it('goes on where one was, says so, tells whom to phone, and begins anew when asked', async () => {
	const { onmove } = read(lock, 1, true);
	await expect.element(page.getByText('You were at step 2.')).toBeVisible();
	await expect.element(page.getByRole('link', { name: /Ring the shift leader now/ })).toBeVisible();
	await page.getByRole('button', { name: 'Start over' }).click();
	await expect.element(page.getByText('Knock and ring the bell.')).toBeVisible();
	expect(page.getByText('You were at step', { exact: false }).elements()).toEqual([]);
	expect(onmove.mock.calls).toEqual([[0]]);
});

it('shows the picture of a step with words for whoever does not see it', async () => {
	read({ ...lock, pictures: { 1: 'knock', 2: 'from-a-newer-build' } });
	await expect.element(page.getByRole('img', { name: 'A hand knocks on the door.' })).toBeVisible();
	await page.getByRole('button', { name: 'No, next' }).click();
	await expect.element(page.getByText('Do not force it.')).toBeVisible();
	expect(document.querySelector('svg.scene')).toBeNull();
});

it.each<[string[], boolean]>([
	[[], false],
	[['da-DK', 'sv-SE'], false],
	[['da-DK', 'en_GB'], true]
])('offers to read aloud where there is a voice for the language: %j', async (languages, isOffered) => {
	const voices = languages.map((lang) => ({ lang, localService: true }) as SpeechSynthesisVoice);
	const asked = vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue(voices);
	read(lock);
	await expect.element(page.getByText('Knock and ring the bell.')).toBeVisible();
	expect(asked).toHaveBeenCalled();
	expect(page.getByRole('button', { name: 'Read aloud' }).elements()).toHaveLength(isOffered ? 1 : 0);
	asked.mockRestore();
});

it('ends kindly where it worked', async () => {
	const { oncount } = read(lock, 1);
	await page.getByRole('button', { name: 'Yes' }).click();
	await expect.element(page.getByRole('heading', { name: 'Good that it works' })).toBeVisible();
	expect(oncount.mock.calls).toEqual([[{ worked: true, steps: 2 }]]);
});

it('says which language it is in, and marks it for readers', async () => {
	read(danish);
	await expect.element(page.getByText('Here it is in Danish.', { exact: false })).toBeVisible();
	expect(page.getByText(steps[0]!).element().closest('[lang]')?.getAttribute('lang')).toBe('da');
});

it('finds as one types, danger first and a person last', async () => {
	render(GuidesPage, { guides: [lock, danish], reader, locale: 'en', topic: null, scanLabel: 'Scan' });
	await page.getByRole('searchbox').fill('door loc');
	await expect.element(page.getByRole('link', { name: /Digital door lock does not open/ })).toBeVisible();
	const links = page.getByRole('main').getByRole('link').elements();
	expect(links[0]!.textContent).toContain('Can’t you get in to the citizen?');
	expect(links.at(-1)!.getAttribute('href')).toBe('tel:70102030');
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect.element(page.getByRole('navigation', { name: 'Topics' })).toBeVisible();
});
