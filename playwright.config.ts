import { defineConfig } from '@playwright/test';

// Journeys on the production build. One worker: two browsers and a server are as much as two cores carry.
export default defineConfig({
	testDir: 'tests/journeys',
	workers: 1,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: { locale: 'da-DK', trace: 'off' },
	reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]]
});
