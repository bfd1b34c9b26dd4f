import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MutationId } from '#lib/domain/ids.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { deviceOf, openScene, reportBy, sha256, type Scene } from '#lib/sync/server/fixtures.ts';
import { push } from '#lib/sync/server/push.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { registry } from './registry.ts';

let fresh: FreshDatabase;
let scene: Scene;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
});
afterAll(() => fresh.close());

const as = (actor: Actor) => ({ database: fresh.database, registry, actor });
const ticketCount = async (id: string) =>
	(await fresh.sql`select count(*)::int as n from ticket_event where ticket_id = ${id}`)[0]!.n;
const claimOf = async (id: string) => (await fresh.sql`select * from sync_mutation where mutation_id = ${id}`)[0];

describe('one item, once', () => {
	it('[SV1] applies the same report sent 50 times at the same moment once, and answers all alike', async () => {
		const payload = reportBy(scene.mette);
		const item = deviceOf(scene.mette).item('ticket.report', payload);
		const results = await Promise.all(Array.from({ length: 50 }, () => applyItem(as(scene.mette), item)));
		expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
		expect(results[0]).toMatchObject({ status: 'applied', payloadSha256: item.payloadSha256, code: null });
		expect(results[0]!.number).toBeGreaterThan(1000);
		expect(await ticketCount(payload.ticketId)).toBe(1);
	});

	it('[SV2] answers a known id with other bytes, or of another person, with the same conflict', async () => {
		const item = deviceOf(scene.mette).item('ticket.report', reportBy(scene.mette));
		await applyItem(as(scene.mette), item);
		const other = {
			...deviceOf(scene.mette).item('ticket.report', reportBy(scene.mette)),
			mutationId: item.mutationId
		};
		const foreign = { ...deviceOf(scene.stranger).item('x', '{}'), mutationId: item.mutationId };
		const conflict = { status: 'refused', code: 'id_conflict', number: null };
		expect(await applyItem(as(scene.mette), other)).toMatchObject(conflict);
		expect(await applyItem(as(scene.stranger), foreign)).toMatchObject(conflict);
		expect((await claimOf(item.mutationId))?.payload_sha256).toBe(item.payloadSha256);
	});

	it('[SV3] gives a cloned profile a new incarnation, and keeps its item', async () => {
		const device = deviceOf(scene.mette);
		await applyItem(as(scene.mette), device.item('ticket.report', reportBy(scene.mette)));
		const clone = device.item('ticket.report', reportBy(scene.mette), { seq: 1 });
		expect(await applyItem(as(scene.mette), clone)).toMatchObject({ status: 'retry', code: 'new_incarnation' });
		expect(await applyItem(as(scene.mette), { ...clone, seq: 2 })).toMatchObject({ status: 'applied' });
	});

	it('[SV4] does not write in the name of somebody who is not signed in', async () => {
		const item = deviceOf(scene.omar).item('ticket.report', reportBy(scene.omar));
		expect(await applyItem(as(scene.mette), item)).toMatchObject({ status: 'retry', code: 'signed_out' });
		expect(await claimOf(item.mutationId)).toBeUndefined();
	});

	it('[SV5] waits for what an item depends on', async () => {
		const device = deviceOf(scene.mette);
		const payload = reportBy(scene.mette);
		const report = device.item('ticket.report', payload);
		const reply = device.item(
			'ticket.reply',
			{ ticketId: payload.ticketId, text: 'Nu er den sort', photos: [] },
			{ dependsOn: [report.mutationId] }
		);
		expect(await applyItem(as(scene.mette), reply)).toMatchObject({ status: 'retry', code: 'depends_on_missing' });
		expect(await claimOf(reply.mutationId)).toBeUndefined();
		const { results } = await push(as(scene.mette), { items: [report, reply] });
		expect(results.map(({ status }) => status)).toEqual(['applied', 'applied']);
		expect(results[1]!.number).toBe(results[0]!.number);
	});
});

describe('what cannot be applied', () => {
	it.each([
		['unknown_kind', 'ticket.teleport', '{}', {}],
		['schema_too_old', 'ticket.report', '{}', { schemaVersion: 0 }],
		['invalid_input', 'ticket.report', '{"ticketId":', {}],
		['invalid_input', 'ticket.report', '{"ticketId": 7}', {}],
		['invalid_input', 'ticket.report', JSON.stringify({ text: 'half an emoji \ud83d' }), {}],
		['invalid_input', 'ticket.report', JSON.stringify({ text: 'NUL \0' }), {}],
		['not_found', 'ticket.reply', JSON.stringify({ ticketId: randomUUID(), text: 'hej', photos: [] }), {}]
	])('[SV6] parks %s: the server keeps what was sent', async (code, kind, payload, change) => {
		const item = deviceOf(scene.mette).item(kind, payload, change);
		const parked = { status: 'parked', code };
		expect(await applyItem(as(scene.mette), item)).toMatchObject(parked);
		expect(await applyItem(as(scene.mette), item)).toMatchObject(parked);
		expect(await claimOf(item.mutationId)).toMatchObject({ status: 'parked', code, payload });
	});

	it('[SV6] parks what the author has no longer a right to', async () => {
		const { ticketId } = await reported(scene.mette);
		const take = deviceOf(scene.omar).item('ticket.take', { ticketId });
		expect(await applyItem(as(scene.omar), take)).toMatchObject({ status: 'parked', code: 'rights_lost' });
		const hidden = deviceOf(scene.sofie).item('ticket.take', { ticketId });
		expect(await applyItem(as(scene.sofie), hidden)).toMatchObject({ status: 'parked', code: 'not_found' });
	});

	it('[SV7] refuses what the author can mend, gives the same answer again and counts it in the sequence', async () => {
		const { ticketId } = await reported(scene.mette);
		const device = deviceOf(scene.mette);
		const early = device.item('ticket.confirm', { ticketId });
		const refused = { status: 'refused', code: 'not_resolved' };
		expect((await push(as(scene.mette), { items: [early] })).results[0]).toMatchObject(refused);
		await applyItem(as(scene.anna), deviceOf(scene.anna).item('ticket.resolve', solution(ticketId)));
		const again = await push(as(scene.mette), { items: [early] });
		expect(again.results[0]).toMatchObject(refused);
		expect(again.seq).toEqual({ contiguous: 1, highest: 1, holes: [] });
		expect((await claimOf(early.mutationId))?.payload).toBeNull();
	});

	it('[SV8] one poisoned item delays no other', async () => {
		const poison = { ...registry, mutationHandlers: new Map(registry.mutationHandlers) };
		poison.mutationHandlers.set('ticket.confirm', async () => {
			throw new Error('a bug');
		});
		const device = deviceOf(scene.mette);
		const items = [
			device.item('ticket.confirm', {}),
			device.item('ticket.report', reportBy(scene.mette)),
			device.item('nobody.knows', {})
		];
		const { results, seq } = await push({ ...as(scene.mette), registry: poison }, { items });
		expect(results.map(({ status, code }) => [status, code])).toEqual([
			['retry', 'unexpected'],
			['applied', null],
			['parked', 'unknown_kind']
		]);
		expect(seq).toEqual({ contiguous: 0, highest: 3, holes: [1] });
		expect(await claimOf(items[0]!.mutationId)).toBeUndefined();
	});

	it('[SV9] does not keep bytes that are not those that were signed off', async () => {
		const item = deviceOf(scene.mette).item('ticket.report', reportBy(scene.mette), { payloadSha256: sha256('other') });
		expect(await applyItem(as(scene.mette), item)).toMatchObject({ status: 'refused', code: 'invalid_input' });
		expect(await claimOf(item.mutationId)).toBeUndefined();
	});
});

describe('edits and discards', () => {
	it('[SV10] an edit takes the id and the place of what it supersedes: a late copy does nothing', async () => {
		const device = deviceOf(scene.mette);
		const first = reportBy(scene.mette);
		const late = device.item('ticket.report', first);
		const edit = device.item(
			'ticket.report',
			{ ...first, report: { ...first.report, text: 'Ladestationen er død' } },
			{ supersedes: late.mutationId, supersededSeq: late.seq }
		);
		const reply = await push(as(scene.mette), { items: [edit] });
		expect(reply.results[0]).toMatchObject({ status: 'applied' });
		expect(reply.seq).toEqual({ contiguous: 2, highest: 2, holes: [] });
		expect(await applyItem(as(scene.mette), late)).toMatchObject({ status: 'applied', code: 'superseded' });
		expect(await ticketCount(first.ticketId)).toBe(1);
	});

	it('[SV10] an edit of what had arrived is one more event, also when both come at once', async () => {
		const device = deviceOf(scene.mette);
		const first = reportBy(scene.mette);
		const original = device.item('ticket.report', first);
		const edit = device.item('ticket.report', first, { supersedes: original.mutationId, supersededSeq: original.seq });
		const results = await Promise.all([original, edit].map((item) => applyItem(as(scene.mette), item)));
		expect(results.map(({ status }) => status)).toEqual(['applied', 'applied']);
		expect(await ticketCount(first.ticketId)).toBeLessThanOrEqual(2);
	});

	it('[SV10] mending a parked item takes it out of the inbox', async () => {
		const device = deviceOf(scene.mette);
		const wrong = device.item('ticket.report', '{}');
		await applyItem(as(scene.mette), wrong);
		const mended = device.item('ticket.report', reportBy(scene.mette), { supersedes: wrong.mutationId });
		expect(await applyItem(as(scene.mette), mended)).toMatchObject({ status: 'applied' });
		expect(await claimOf(wrong.mutationId)).toMatchObject({ status: 'superseded', payload: null });
	});

	it('[SV11] a discarded item fills its place; one that had arrived says so', async () => {
		const device = deviceOf(scene.mette);
		const gone = device.item('outbox.discarded', '{}');
		const { results, seq } = await push(as(scene.mette), { items: [gone] });
		expect(results[0]).toMatchObject({ status: 'applied', code: 'discarded' });
		expect(seq).toEqual({ contiguous: 1, highest: 1, holes: [] });
		const sent = device.item('ticket.report', reportBy(scene.mette));
		const { number } = await applyItem(as(scene.mette), sent);
		const tombstone = device.item('outbox.discarded', '{}', { mutationId: sent.mutationId, seq: sent.seq });
		expect(await applyItem(as(scene.mette), tombstone)).toMatchObject({ status: 'applied', code: null, number });
	});

	it('[SV12] a second report on a case that somebody else wrote changes nothing', async () => {
		const { ticketId } = await reported(scene.mette);
		const item = deviceOf(scene.omar).item('ticket.report', reportBy(scene.omar, {}, ticketId));
		expect(await applyItem(as(scene.omar), item)).toMatchObject({ status: 'refused', code: 'id_conflict' });
	});
});

describe('trouble below', () => {
	it('[SV13] survives connections that are cut in the middle: every report once, none lost', async () => {
		const device = deviceOf(scene.mette);
		const payloads = Array.from({ length: 40 }, () => reportBy(scene.mette));
		const items = payloads.map((payload) => device.item('ticket.report', payload));
		let isDone = false;
		const killer = (async () => {
			while (!isDone) {
				await fresh.sql`select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and state like 'idle in transaction%' and random() < 0.3`;
				await new Promise((next) => setTimeout(next, 15));
			}
		})();
		const sendUntilApplied = async (item: (typeof items)[number]) => {
			while ((await applyItem(as(scene.mette), item)).status !== 'applied');
		};
		await Promise.all(items.flatMap((item) => [sendUntilApplied(item), sendUntilApplied(item)]));
		isDone = true;
		await killer;
		const ids = payloads.map(({ ticketId }) => ticketId);
		const [found] = await fresh.sql`select count(*)::int as events, count(distinct ticket_id)::int as tickets
			from ticket_event where ticket_id = any (${ids}::uuid[])`;
		expect(found).toEqual({ events: 40, tickets: 40 });
	}, 60_000);

	it('[SV14] a lock that is held is waited for, then the device is told to come again', async () => {
		const { ticketId } = await reported(scene.mette);
		const reply = deviceOf(scene.mette).item('ticket.reply', { ticketId, text: 'Hallo?', photos: [] });
		const held = await fresh.sql.reserve();
		await held`begin`;
		await held`select from ticket where id = ${ticketId} for update`;
		const impatient = Promise.race([applyItem(as(scene.mette), reply), pause(300).then(() => 'waits')]);
		expect(await impatient).toBe('waits');
		await held`rollback`;
		held.release();
		expect(await applyItem(as(scene.mette), reply)).toMatchObject({ status: 'applied' });
		expect(await ticketCount(ticketId)).toBe(2);
	});
});

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));
const solution = (ticketId: string) => ({ ticketId, text: 'Ny holder', solutionPoint: 'firstLine', guideId: null });
async function reported(actor: Actor) {
	const payload = reportBy(actor);
	const item = deviceOf(actor).item('ticket.report', payload);
	expect(await applyItem(as(actor), item)).toMatchObject({ status: 'applied' });
	return { ticketId: payload.ticketId, mutationId: item.mutationId satisfies MutationId };
}
