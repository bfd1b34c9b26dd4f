import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { locales } from '#lib/domain/locale.ts';
import { dress, lookAt } from './look.ts';

// A screen can be read and used by everybody: axe, targets, type, and no sideways scroll in five languages.

const narrow = { width: 320, height: 568 };
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** @param show draws the screen in a language. Danish comes last and stays. */
export async function expectForEverybody(
	page: Page,
	size: { width: number; height: number },
	show: (language: string) => Promise<void>
): Promise<void> {
	for (const language of [...locales.filter((each) => each !== 'da'), 'da']) {
		await page.setViewportSize(narrow);
		await show(language);
		expect.soft(await lookAt(page), `${language}, 320 px`).toEqual([]);
	}
	await dress(page, { text: '200%' });
	const atLargeText = await lookAt(page);
	expect
		.soft(
			atLargeText.filter((each) => each.startsWith('scrolls')),
			'text at 200 %'
		)
		.toEqual([]);

	await page.setViewportSize(size);
	await dress(page, {});
	expect.soft(await lookAt(page), `${size.width} px`).toEqual([]);
	// The whole page in sight: what lies under a bar until one scrolls is not too small a target.
	await page.setViewportSize({ ...size, height: await page.evaluate(fullHeight) });
	expect.soft(await violations(new AxeBuilder({ page }).withTags(wcag)), 'light').toEqual([]);
	for (const look of [{ theme: 'dark' }, { contrast: 'more' }]) {
		await dress(page, look);
		const colours = new AxeBuilder({ page }).withRules('color-contrast');
		expect.soft(await violations(colours), JSON.stringify(look)).toEqual([]);
	}
	await dress(page, {});
	await page.setViewportSize(size);
}

/** On the page that is there, so that the next one is in that language. */
export const speak = (page: Page, language: string): Promise<void> =>
	page.evaluate((locale) => localStorage.setItem('PARAGLIDE_LOCALE', locale), language);

const fullHeight = () => Math.max(innerHeight, document.documentElement.scrollHeight + 100);

async function violations(axe: AxeBuilder): Promise<string[]> {
	const found = await axe.setLegacyMode(true).analyze();
	return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
