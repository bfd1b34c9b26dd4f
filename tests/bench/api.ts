import { createHash } from 'node:crypto';
import { newId } from '#lib/sync/ids.ts';
import type { PushItem, PushReply } from '#lib/sync/protocol.ts';
import { Server } from '#tests/server.ts';
import { median, quantile, round, type Bench } from './bench.ts';

// Cases created through push, as phones do it: eight devices of one shop chain, one case a request, over HTTP with a
// session, against the server as `npm start` starts it. What is counted was acknowledged, so it was committed to disk.

const clients = 8;
const runs = 5;
const casesPerClient = 150;

type Me = { personId: string; departmentId: string };
type Device = { me: Me; incarnation: string; seq: number; call<T>(procedure: string, input: object): Promise<T> };

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
	let cookie = '';
	const send = async (path: string, init: RequestInit) => {
		const response = await fetch(`${url}/api/trpc/${path}`, init);
		cookie ||= response.headers
			.getSetCookie()
			.map((line) => line.split(';')[0])
			.join('; ');
		const answer = await response.json();
		if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
		return answer.result.data;
	};
	const call = (procedure: string, input: object) =>
		send(procedure, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: url, cookie },
			body: JSON.stringify(input)
		});
	const [person] = await send('people.demoPeople', {});
	const me: Me = await call('people.demoSignIn', { personId: person.personId });
	return { me, incarnation: newId(), seq: 0, call };
}

async function createAll(devices: Device[], cases: number) {
	const took: number[] = [];
	const began = performance.now();
	await Promise.all(
		devices.map(async (device) => {
			for (let n = 0; n < cases; n++) {
				const sent = performance.now();
				const reply = await device.call<PushReply>('sync.push', { items: [reportFrom(device)] });
				if (reply.results[0]?.status !== 'applied') throw new Error(`not applied: ${JSON.stringify(reply.results)}`);
				took.push(performance.now() - sent);
			}
		})
	);
	return { took, perSecond: (devices.length * cases * 1000) / (performance.now() - began) };
}

function reportFrom(device: Device): PushItem {
	const { personId, departmentId } = device.me;
	const report = {
		topic: 'broken',
		deviceKind: 'handheld',
		assetTag: null,
		symptom: 'black',
		text: 'Skærmen er sort, også efter genstart.',
		urgency: 'medium',
		tried: [],
		photos: [],
		locale: 'da'
	};
	const payload = JSON.stringify({
		ticketId: newId(),
		reference: 'A2B3',
		requesterId: personId,
		departmentId,
		report
	});
	return {
		mutationId: newId() as PushItem['mutationId'],
		incarnation: device.incarnation as PushItem['incarnation'],
		seq: ++device.seq,
		author: personId as PushItem['author'],
		kind: 'ticket.report',
		schemaVersion: 1,
		dependsOn: [],
		supersedes: null,
		supersededSeq: null,
		payload,
		payloadSha256: createHash('sha256').update(payload).digest('hex'),
		manifest: [],
		deviceTime: new Date().toISOString()
	};
}
