import { isErrorCode } from '#lib/domain/errors.ts';
import { backOffMs } from './back-off.ts';
import type { Local } from './local.ts';
import { PushReply, pushBytesLimit, pushLimit, type PushItem, type PushResult } from './protocol.ts';
import { byOrder, renumber } from './sequence.ts';
import type { Tx } from './store.ts';
import type { OutboxRow, PersonTables } from './tables.ts';
import { NoAnswer, type Push } from './transport.ts';

/**
 * Sends what waits, oldest first, and writes down the answers. Owns which items go together and what an answer means;
 * when to try again after a failure is the loop's. Invariant: an item stays until an answer that names it and its hash
 * has been stored, so a lost answer costs one more request and nothing else.
 */
export type Pushed = {
	/** Items that the server has now answered for good. */
	settled: number;
	/** When the next item becomes due, in ms since 1970; null when none waits. */
	nextTryMs: number | null;
};

/** Around the items of a request. */
const envelopeBytes = 1_000;
const utf8 = new TextEncoder();

/** The longest that a server may put one item off. */
const longestPauseMs = 600_000;

/** One request. @throws NoAnswer, Refusal of the transport; then every item is as it was, but attempted. */
export async function pushBatch(local: Local, push: Push): Promise<Pushed> {
	const batch = await local.store.write((tx) => takeBatch(tx, local.now().getTime()));
	if (batch.length === 0) return { settled: 0, nextTryMs: await nextTry(local) };
	const reply = PushReply.safeParse(await push({ items: batch }));
	if (!reply.success) throw new NoAnswer('the answer to a push is not one');
	const sent = new Map(batch.map((item) => [item.mutationId, item]));
	const results = reply.data.results;
	if (results.some((result) => sent.get(result.mutationId)?.payloadSha256 !== result.payloadSha256))
		throw new NoAnswer('an answer to something that was not sent');
	const settled = await local.store.write((tx) => putAnswers(tx, local, reply.data));
	return { settled, nextTryMs: await nextTry(local) };
}

async function takeBatch(tx: Tx<PersonTables>, nowMs: number): Promise<PushItem[]> {
	const pending = (await tx.where('outbox', 'isPending', 1)).sort(byOrder);
	const waiting = new Set(pending.map((item) => item.mutationId));
	const batch: PushItem[] = [];
	let bytes = envelopeBytes;
	for (const item of pending) {
		if (!isDue(item, nowMs) || item.dependsOn.some((on) => waiting.has(on))) continue;
		const wire = await toWire(tx, item);
		bytes += utf8.encode(JSON.stringify(wire)).length;
		if (batch.length === pushLimit || (bytes > pushBytesLimit && batch.length > 0)) break;
		batch.push(wire);
		// What follows from it may go in the same request: the server takes them in this order.
		waiting.delete(item.mutationId);
		const state = item.state === 'queued' ? 'sending' : item.state;
		await tx.put('outbox', { ...item, state, attempts: item.attempts + 1 });
	}
	return batch;
}

/** A clock that was set back must not make a minute's pause last for years. */
const isDue = ({ nextTryMs }: OutboxRow, nowMs: number): boolean =>
	nextTryMs <= nowMs || nextTryMs > nowMs + longestPauseMs;

async function toWire(tx: Tx<PersonTables>, item: OutboxRow): Promise<PushItem> {
	const { mutationId, incarnation, seq, author, kind, schemaVersion, supersedes, supersededSeq } = item;
	const { payload, payloadSha256, manifest, deviceTime } = item;
	// An old cause that this device no longer holds is one that nobody can send any more.
	const kept = await Promise.all(item.dependsOn.map((on) => tx.get('outbox', on)));
	const dependsOn = item.dependsOn.filter((_, index) => kept[index]).slice(0, 20);
	const names = { mutationId, incarnation, seq, author, kind, schemaVersion, dependsOn, supersedes, supersededSeq };
	return { ...names, payload, payloadSha256, manifest, deviceTime };
}

async function putAnswers(tx: Tx<PersonTables>, local: Local, { epoch, results, seq }: PushReply): Promise<number> {
	const cursor = await tx.get('cursor', 'pull');
	// Either this answer or the last pull is from before a restore. After the next pull the same question is answered again.
	if (cursor && cursor.cursor.epoch !== epoch) return 0;
	let settled = 0;
	for (const result of results) {
		const item = await tx.get('outbox', result.mutationId);
		if (!item || item.isPending === 0) continue;
		if (result.status !== 'retry') settled += 1;
		await tx.put('outbox', answered(item, result, epoch, local));
		if (result.code === 'depends_on_missing') await sendAgain(tx, await causesOf(tx, item));
	}
	const incarnation = results[0] && (await tx.get('outbox', results[0].mutationId))?.incarnation;
	if (results.some((result) => result.code === 'new_incarnation')) await renumber(tx, local);
	else if (incarnation) await sendHoles(tx, { incarnation, epoch, holes: seq.holes });
	return settled;
}

function answered(item: OutboxRow, result: PushResult, epoch: string, local: Local): OutboxRow {
	const nowMs = local.now().getTime();
	if (result.status === 'retry') {
		const delayMs = Math.min(
			longestPauseMs,
			backOffMs(item.attempts, () => 1, result.retryAfterMs)
		);
		const isNow = result.code === 'new_incarnation';
		return { ...item, state: item.state === 'sending' ? 'queued' : item.state, nextTryMs: isNow ? 0 : nowMs + delayMs };
	}
	const ack = { isPending: 0, ackedAt: local.now().toISOString(), ackedEpoch: epoch, number: result.number } as const;
	// Whatever the server says to a tombstone, the place in the sequence is accounted for.
	if (item.kind === 'outbox.discarded') return { ...item, ...ack };
	if (result.status === 'applied') return { ...item, ...ack, state: 'acked', code: null };
	const code = isErrorCode(result.code) ? result.code : 'unexpected';
	return { ...item, ...ack, state: 'needsYou', isParked: result.status === 'parked', code };
}

const causesOf = async (tx: Tx<PersonTables>, item: OutboxRow): Promise<OutboxRow[]> =>
	(await Promise.all(item.dependsOn.map((on) => tx.get('outbox', on)))).filter((cause) => cause !== undefined);

/** The server lost what it had answered: these go once more; should it hold them after all, nothing happens twice. */
export async function sendAgain(tx: Tx<PersonTables>, items: readonly OutboxRow[]): Promise<void> {
	const answeredBefore = items.filter((item) => item.isPending === 0);
	for (const item of answeredBefore) {
		const state = item.state === 'acked' || item.state === 'needsYou' ? 'queued' : item.state;
		const fresh = {
			ackedAt: null,
			ackedEpoch: null,
			seenAt: null,
			code: null,
			isParked: false,
			decision: undefined,
			nextTryMs: 0
		};
		await tx.put('outbox', { ...item, ...fresh, state, isPending: 1 });
	}
}

/**
 * Places that the server has never seen although it answered later ones. Each is sent again once: an item that kept its
 * id in a new life (`renumber`) may be there under its old place, and its new one stays a hole for ever.
 */
export async function sendHoles(
	tx: Tx<PersonTables>,
	{ incarnation, epoch, holes }: { incarnation: string; epoch: string; holes: readonly number[] }
): Promise<void> {
	for (const seq of holes)
		for (const item of await tx.where('outbox', 'seq', seq)) {
			const isMissing = item.incarnation === incarnation && item.state !== 'needsYou' && item.isPending === 0;
			if (isMissing && item.holeEpoch !== epoch) await sendAgain(tx, [{ ...item, holeEpoch: epoch }]);
		}
}

async function nextTry(local: Local): Promise<number | null> {
	const pending = await local.store.read((tx) => tx.where('outbox', 'isPending', 1));
	const waiting = new Set(pending.map((item) => item.mutationId));
	// What waits for another item is due when that one is.
	const due = pending.filter((item) => !item.dependsOn.some((on) => waiting.has(on)));
	const nowMs = local.now().getTime();
	return due.length === 0 ? null : Math.min(...due.map((item) => (isDue(item, nowMs) ? nowMs : item.nextTryMs)));
}
