import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's Chromium first (`npm test` installs Debian's), else the one that Playwright brings. */
export const chromiumPath: string | undefined =
	process.env.CHROMIUM ||
	known.find((path) => existsSync(path)) ||
	[chromium.executablePath()].find((path) => existsSync(path));

export const chromiumArgs = [
	// Root in a container has no sandbox; the pages are ours.
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
