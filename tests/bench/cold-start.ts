import { Device } from '../device.ts';
import { Server } from '../server.ts';
import { median, quantile, type Bench } from './bench.ts';
import { signIn, usableAt } from './employee.ts';

const runs = 9;
const slowerCpu = 4;

/** Browser started anew with its profile, no network, processor slowed: how long until home is usable. */
export const bench: Bench = async (log) => {
	const server = await Server.start({ ATHAND_MODE: 'demo', LOG_LEVEL: 'warn' });
	const phone = { viewport: { width: 360, height: 640 }, isMobile: true, locale: 'da-DK' };
	const device = await Device.make(phone, () => server.port);
	try {
		await signIn(device, 'Mette Kjær');
		await device.goOffline();
		const times: number[] = [];
		for (let run = 0; run < runs; run += 1) {
			await device.restart('about:blank');
			const client = await device.context.newCDPSession(device.page);
			await client.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
			await device.page.goto('/');
			times.push(await usableAt(device.page));
			log(`run ${run + 1}: ${Math.round(times.at(-1)!)} ms`);
		}
		return [
			{ name: 'p50Ms', value: Math.round(median(times)), unit: 'ms', target: '<= 1000' },
			{ name: 'p95Ms', value: Math.round(quantile(times, 0.95)), unit: 'ms', target: 'shown' }
		];
	} finally {
		await device.remove();
		await server.remove();
	}
};
