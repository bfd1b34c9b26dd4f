import { AxeBuilder } from '@axe-core/playwright';
import { locales } from '#lib/domain/locale.ts';
import { expect, test } from '#tests/fixtures.ts';
import { dress, lookAt } from '#tests/look.ts';
import { people, screens, type Who } from '#tests/screens.ts';
import { sizes, Stage } from '#tests/stage.ts';

// Every main screen can be read and used by everybody: axe, targets, type, and no sideways scroll in five languages.

const narrow = { width: 320, height: 568 };
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const who of Object.keys(people) as Who[])
	test.describe(who, () => {
		let stage: Stage;
		test.beforeAll(async ({ server }) => {
			test.setTimeout(120_000);
			stage = await Stage.open(who, server.port);
		});
		test.afterAll(() => stage.device.remove());

		for (const screen of screens.filter((each) => each.who === who))
			test(screen.name, async () => {
				const { page } = stage;
				// Danish last: it stays for what is looked at after the languages.
				for (const language of [...locales.filter((each) => each !== 'da'), 'da']) {
					await page.setViewportSize(narrow);
					await stage.show(screen, language);
					expect.soft(await lookAt(page), `${language}, 320 px`).toEqual([]);
				}
				await dress(page, { text: '200%' });
				expect
					.soft(
						(await lookAt(page)).filter((each) => each.startsWith('scrolls')),
						'text at 200 %'
					)
					.toEqual([]);

				await page.setViewportSize(sizes[screen.device]);
				await dress(page, {});
				expect.soft(await lookAt(page), screen.device).toEqual([]);
				// The whole page in sight: what lies under a bar until one scrolls is not too small a target.
				await page.setViewportSize({ ...sizes[screen.device], height: await page.evaluate(fullHeight) });
				expect.soft(await violations(new AxeBuilder({ page }).withTags(wcag)), 'light').toEqual([]);
				for (const look of [{ theme: 'dark' }, { contrast: 'more' }]) {
					await dress(page, look);
					const colours = new AxeBuilder({ page }).withRules('color-contrast');
					expect.soft(await violations(colours), JSON.stringify(look)).toEqual([]);
				}
			});
	});

const fullHeight = () => Math.max(innerHeight, document.documentElement.scrollHeight + 100);

async function violations(axe: AxeBuilder): Promise<string[]> {
	const found = await axe.setLegacyMode(true).analyze();
	return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
