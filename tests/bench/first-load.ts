import { Device } from '../device.ts';
import { Server } from '../server.ts';
import { round, type Bench } from './bench.ts';
import { gzipBytes, signIn, usableAt } from './employee.ts';

export const phone = { viewport: { width: 360, height: 640 }, isMobile: true, locale: 'da-DK' };
export const tablet = { viewport: { width: 1024, height: 768 }, isMobile: false, locale: 'da-DK' };

/** Scripts that a page asks for, worker and cache out of the way, until it is usable. Sizes do not vary: one run. */
export async function firstLoadBytes(server: Server, kind: typeof phone, person: string, path: string) {
	const device = await Device.make(kind, () => server.port);
	try {
		const page = await signIn(device, person);
		const client = await device.context.newCDPSession(page);
		await client.send('Network.enable');
		await client.send('Network.setCacheDisabled', { cacheDisabled: true });
		await client.send('Network.setBypassServiceWorker', { bypass: true });
		await page.goto(path);
		const usableMs = await usableAt(page);
		const scripts = await page.evaluate(
			(before) =>
				performance
					.getEntriesByType('resource')
					.filter(({ name, startTime }) => startTime < before && new URL(name).pathname.endsWith('.js'))
					.map(({ name }) => new URL(name).pathname),
			usableMs
		);
		return [...new Set(scripts)]
			.filter((script) => script !== '/service-worker.js')
			.reduce((sum, script) => sum + gzipBytes(script), 0);
	} finally {
		await device.remove();
	}
}

export const bench: Bench = async (log) => {
	const server = await Server.start({ ATHAND_MODE: 'demo', LOG_LEVEL: 'warn' });
	try {
		const worker = gzipBytes('service-worker.js');
		log(`the worker's own script: ${round(worker / 1000)} kB`);
		const home = (await firstLoadBytes(server, phone, 'Mette Kjær', '/')) + worker;
		const desk = (await firstLoadBytes(server, tablet, 'Anna Lind', '/desk')) + worker;
		return [
			{ name: 'employeeHomeKb', value: round(home / 1000), unit: 'kB', target: `<= ${round(100 + worker / 1000)}` },
			{ name: 'deskKb', value: round(desk / 1000), unit: 'kB', target: '<= 160' },
			{ name: 'workerKb', value: round(worker / 1000), unit: 'kB', target: 'part of both' }
		];
	} finally {
		await server.remove();
	}
};
