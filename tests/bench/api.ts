import { deviceOf, reportBy } from '#lib/sync/server/fixtures.ts';
import { Server } from '#tests/server.ts';
import { openAccount, pushAll, type Account } from './account.ts';
import { median, quantile, round, type Bench } from './bench.ts';

// Cases created through push, as phones do it: eight devices of one shop chain, one case a request, over HTTP with a
// session, against the server as `npm start` starts it. What is counted was acknowledged, so it was committed to disk.

const clients = 8;
const runs = 5;
const casesPerClient = 150;

type Device = { account: Account; item: ReturnType<typeof deviceOf>['item'] };

export const bench: Bench = async (log) => {
	const server = await Server.start({ ATHAND_MODE: 'demo', LOG_LEVEL: 'warn' });
	try {
		const devices = await Promise.all(Array.from({ length: clients }, () => openDevice(server.url)));
		await createAll(devices, 20);
		const rates: number[] = [];
		const latencies: number[] = [];
		for (let run = 1; run <= runs; run++) {
			const { perSecond, took } = await createAll(devices, casesPerClient);
			rates.push(perSecond);
			latencies.push(quantile(took, 0.95));
			log(`run ${run}: ${round(perSecond)} cases/s, p95 ${round(quantile(took, 0.95))} ms`);
		}
		return [
			{ name: 'createPerSecond', value: round(median(rates)), unit: '1/s', target: '≥ 300' },
			{ name: 'p95Ms', value: round(median(latencies)), unit: 'ms', target: '< 50' }
		];
	} finally {
		await server.remove();
	}
};

async function openDevice(url: string): Promise<Device> {
	const account = await openAccount(url);
	return { account, item: deviceOf(account.me).item };
}

async function createAll(devices: Device[], cases: number) {
	const took: number[] = [];
	const began = performance.now();
	await Promise.all(
		devices.map(async ({ account, item }) => {
			for (let n = 0; n < cases; n++) {
				const sent = performance.now();
				await pushAll(account, [item('ticket.report', reportBy(account.me))]);
				took.push(performance.now() - sent);
			}
		})
	);
	return { took, perSecond: (devices.length * cases * 1000) / (performance.now() - began) };
}
