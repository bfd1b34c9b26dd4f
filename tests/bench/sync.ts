import { Server } from '../server.ts';
import { openAccount } from './account.ts';
import { median, round, type Bench } from './bench.ts';
import { drain } from './drain.ts';
import { appPull, pouchPull } from './first-pull.ts';
import { startPouchServer } from './pouchdb.ts';
import { seedCases } from './seed-cases.ts';

const runs = 5;
const cases = 5_000;
const person = 'Mette Kjær';
/** PouchDB's default in browsers. */
const adapter = 'idb';

export const bench: Bench = async (log) => {
	const server = await Server.start({ ATHAND_MODE: 'demo', LOG_LEVEL: 'warn' });
	try {
		const reporter = await openAccount(server.url, person);
		const agent = await openAccount(server.url, 'Anna Lind');
		await seedCases({ reporter, agent }, cases);
		const rows = await reporter.rows();
		const peer = await startPouchServer(rows);
		const own: number[] = [];
		const pouch: number[] = [];
		try {
			for (let run = 1; run <= runs; run++) {
				own.push(await appPull(person)(server.port, rows.length));
				pouch.push(await pouchPull(adapter)(peer.port, rows.length));
				const words = `Athand ${round(own.at(-1)!)} ms (IndexedDB, strict), PouchDB ${round(pouch.at(-1)!)} ms (${adapter} adapter, IndexedDB)`;
				log(`pull ${run}, ${rows.length} rows: ${words}`);
			}
		} finally {
			peer.remove();
		}
		const rates: number[] = [];
		for (let run = 1; run <= runs; run++) {
			rates.push((await drain(reporter, { senders: 8, reports: 1_000 })).perSecond);
			log(`drain ${run}: ${round(rates.at(-1)!)} reports/s (fake-indexeddb)`);
		}
		const [pullMs, peerMs] = [Math.round(median(own)), Math.round(median(pouch))];
		return [
			{ name: 'pull5000Ms', value: pullMs, unit: 'ms', target: '<= 1500', peer: peerMs, ratio: round(peerMs / pullMs) },
			{ name: 'pullRatioPouchdb', value: round(peerMs / pullMs), unit: '×', target: '>= 1' },
			{ name: 'drainPerSecond', value: round(median(rates)), unit: '1/s', target: '>= 300' }
		];
	} finally {
		await server.remove();
	}
};
