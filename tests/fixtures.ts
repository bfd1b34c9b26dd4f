import { test as base } from '@playwright/test';
import { Device } from './device.ts';
import { Server } from './server.ts';

export { expect } from '@playwright/test';

type Fixtures = { phone: Device; tablet: Device };

/**
 * `server`: the production build with the demo's people, one for all tests of a worker. `phone` (360 × 640) and `tablet`
 * (1024 × 768): devices with an empty, persistent profile, made when a test names them.
 */
export const test = base.extend<Fixtures, { server: Server }>({
	server: [
		async ({}, use) => {
			const server = await Server.start({ ATHAND_MODE: 'demo', LOG_LEVEL: 'warn' });
			await use(server);
			await server.remove();
		},
		{ scope: 'worker', timeout: 200_000 }
	],
	phone: async ({ server, locale }, use, info) => {
		const kind = { viewport: { width: 360, height: 640 }, isMobile: true, locale: locale ?? 'da-DK' };
		const device = await Device.make(kind, () => server.port);
		await use(device);
		if (info.status !== info.expectedStatus) await device.page.screenshot({ path: info.outputPath('phone.png') });
		await device.remove();
	},
	tablet: async ({ server, locale }, use, info) => {
		const kind = { viewport: { width: 1024, height: 768 }, isMobile: false, locale: locale ?? 'da-DK' };
		const device = await Device.make(kind, () => server.port);
		await use(device);
		if (info.status !== info.expectedStatus) await device.page.screenshot({ path: info.outputPath('tablet.png') });
		await device.remove();
	}
});
