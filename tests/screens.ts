import type { Page } from '@playwright/test';
import type { Story } from './story.ts';

/** Who looks: a person of the demo, or somebody who has just opened the app. */
export const people = {
	newcomer: null,
	careWorker: 'Amira Saleh',
	employee: 'Mette Kjær',
	agent: 'Anna Lind',
	administrator: 'Hanne Vester'
} as const;
export type Who = keyof typeof people;

export interface Screen {
	name: string;
	who: Who;
	/** Where it is used first; it has to work on both. */
	device: 'phone' | 'tablet';
	path: string | ((story: Story) => string);
	/** What is there when the screen is: a selector, as the words are of five languages. */
	shows: string;
	/** What is done on the page before one looks. */
	then?: (page: Page) => Promise<void>;
	isOffline?: true;
}

const phone = (who: Who, name: string, path: Screen['path'], shows: string, more: Partial<Screen> = {}): Screen => ({
	name,
	who,
	device: 'phone',
	path,
	shows,
	...more
});
const tablet = (...of: Parameters<typeof phone>): Screen => ({ ...phone(...of), device: 'tablet' });

const lock = '/guides/digital-lock-wont-open';
const type = (words: string) => (page: Page) => page.locator('input[type="search"]').fill(words);
const press = (what: string, nth: number) => (page: Page) => page.locator(`main ${what}`).nth(nth).click();

/** What was asked on the screens before. */
async function clearTalk(page: Page) {
	await page.locator('main .empty, main .button-quiet').first().waitFor();
	const clear = page.locator('main > .line .button-quiet');
	if (await clear.count()) await clear.click();
}

async function openGuide(page: Page) {
	await page.locator('.action-bar textarea').fill('wifi');
	await page.keyboard.press('Enter');
	await page.locator('.talk [data-by="assistant"]:last-child button').first().click();
}

const settings = ['departments', 'people', 'phones', 'hours', 'holidays', 'devices', 'services', 'held', 'guides'];

/** Every main screen, those of one person together, without network last. */
export const screens: Screen[] = [
	phone('newcomer', 'welcome-language', '/welcome', '.option'),
	phone('newcomer', 'welcome-install', '/welcome/install', 'h1'),
	phone('newcomer', 'sign-in', '/sign-in', '.avatar'),
	phone('newcomer', 'sign-in-self', '/sign-in', 'main input', {
		then: (page) => page.locator('.action-bar button').click()
	}),
	phone('newcomer', 'join', '/join/nobody', '.empty'),
	phone('newcomer', 'nowhere', '/nowhere', '.empty'),

	phone('careWorker', 'welcome-place', '/welcome/place', '.app-bar'),
	phone('careWorker', 'home', '/', '.tiles a'),
	phone('careWorker', 'home-search', '/', '.home a[href]', { then: type('lås') }),
	phone('careWorker', 'search', '/search?q=lås', 'main a[href]'),
	phone('careWorker', 'guides', '/guides', 'main a[href^="/guides/"]'),
	phone('careWorker', 'guides-topic', '/guides?topic=signin', 'main a[href^="/guides/"]'),
	phone('careWorker', 'guide', lock, '.scene'),
	phone('careWorker', 'guide-step', `${lock}?step=2`, '.scene'),
	phone('careWorker', 'guide-sheet', `${lock}/sheet`, '.sheet-of-steps'),
	phone('careWorker', 'guide-video', lock, 'dialog[open] video', { then: press('.extras button', 0) }),
	phone('careWorker', 'guide-worked', `${lock}?step=worked`, '.empty'),
	phone('careWorker', 'guide-ending', `${lock}?step=ending`, '.action-bar a'),
	phone('careWorker', 'ask', '/ask', '.empty', { then: clearTalk }),
	phone('careWorker', 'ask-danger', '/ask?q=bevidstløs', '.banner.danger'),
	phone('careWorker', 'topic', '/topic/password', 'main a[href^="/guides/"]'),
	phone('careWorker', 'report-care', '/report', '.kinds button'),

	phone('employee', 'home-case', '/', 'main a[href^="/cases/"]'),
	phone('employee', 'report', '/report', '.kinds button'),
	phone('employee', 'report-symptom', ({ begun }) => `/report/${begun}/symptom`, 'main .tile'),
	phone('employee', 'report-guide', ({ begun }) => `/report/${begun}/guide`, '.action-bar a'),
	phone('employee', 'report-work', ({ begun }) => `/report/${begun}/work`, '.option'),
	phone('employee', 'scan', '/scan', 'main'),
	phone('employee', 'receipt-sent', ({ sent }) => `/report/receipt/${sent}`, 'main h1'),
	phone('employee', 'cases', '/cases', 'main a[href^="/cases/"]'),
	phone('employee', 'case', ({ sent }) => `/cases/${sent}`, '.timeline'),
	phone('employee', 'case-photo', ({ sent }) => `/cases/${sent}`, 'dialog[open] img', {
		then: press('.photos button', 0)
	}),
	phone('employee', 'ask-choose', '/ask?q=wifi', '.talk .row'),
	phone('employee', 'ask-guide', '/ask', '.talk .step-card', { then: openGuide }),
	phone('employee', 'ask-unknown', '/ask?q=qwxz', '.talk .row'),
	phone('employee', 'workplace', '/workplace', 'main a[href^="/cases/"]'),
	phone('employee', 'me', '/me', 'main a[href="/outbox"]'),
	phone('employee', 'me-place', '/me/place', 'main h2'),
	phone('employee', 'me-language', '/me', 'dialog[open]', { then: press('.row', 0) }),
	phone('employee', 'me-text', '/me', 'dialog[open]', { then: press('.row', 1) }),
	phone('employee', 'me-theme', '/me', 'dialog[open]', { then: press('.row', 2) }),
	phone('employee', 'sign-out', '/me', 'dialog[open]', { then: press('.pair button', 1) }),
	phone('employee', 'outbox-empty', '/outbox', '.empty'),
	phone('employee', 'receipt', ({ waiting }) => `/report/receipt/${waiting}`, 'main h1', { isOffline: true }),
	phone('employee', 'outbox', '/outbox', 'main .card', { isOffline: true }),
	phone('employee', 'home-offline', '/', 'main a[href^="/cases/"]', { isOffline: true }),

	tablet('agent', 'desk', '/desk', 'a[href^="/desk/"]'),
	tablet('agent', 'desk-case', ({ sent }) => `/desk/${sent}`, '.entry'),

	tablet('administrator', 'settings', '/desk/settings', 'main .row'),
	...settings.map((name) => tablet('administrator', `settings-${name}`, `/desk/settings/${name}`, 'main h1')),
	tablet('administrator', 'upkeep', '/desk/guides', 'main .row'),
	tablet('administrator', 'upkeep-guide', '/desk/guides/handheld-cradle', 'main li'),
	tablet('administrator', 'upkeep-new', '/desk/guides', 'dialog[open]', { then: press('button', 0) }),
	tablet('administrator', 'upkeep-draft', '/desk/guides/wifi-store', 'main li textarea', {
		then: async (page) => {
			const begin = page.locator('aside .button-primary').filter({ visible: true });
			await page.locator('main textarea').first().waitFor();
			if (!(await page.locator('main li textarea').count())) await begin.click();
		}
	}),
	tablet('administrator', 'upkeep-versions', '/desk/guides/wifi-store/versions', 'main .row'),
	tablet('administrator', 'settings-import', '/desk/settings/import/people', 'main h1')
];
