import { playwright } from '@vitest/browser-playwright';
import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

// Three projects, by the end of a file's name: `.test.ts` in Node, `.pg.test.ts` against a real PostgreSQL,
// `.svelte.test.ts` in a real browser.
const debian = '/usr/bin/chromium';
const executablePath = process.env.CHROMIUM ?? (existsSync(debian) ? debian : undefined);

export default defineConfig({
	test: {
		projects: [
			{
				extends: './vite.config.ts',
				test: {
					name: 'unit',
					environment: 'node',
					include: ['{src,scripts,tests}/**/*.test.ts'],
					exclude: [...configDefaults.exclude, '**/*.svelte.test.ts', '**/*.pg.test.ts'],
					// Only against what hangs: tests wait for facts, also on a machine that has much else to do.
					testTimeout: 30_000
				}
			},
			{
				extends: './vite.config.ts',
				test: {
					name: 'pg',
					environment: 'node',
					include: ['{src,scripts}/**/*.pg.test.ts'],
					globalSetup: ['tests/postgres.ts'],
					testTimeout: 20_000,
					hookTimeout: 30_000
				}
			},
			{
				extends: './vite.config.ts',
				test: {
					name: 'browser',
					include: ['src/**/*.svelte.test.ts'],
					setupFiles: ['src/browser-setup.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						viewport: { width: 360, height: 640 },
						instances: [{ browser: 'chromium' }],
						provider: playwright({
							launchOptions: {
								executablePath,
								args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking']
							}
						})
					}
				}
			}
		]
	}
});
