import { describe, expect, it } from 'vitest';
import type { DepartmentRow, TicketRow } from '#lib/domain/rows.ts';
import type { DepartmentId, TicketId } from '#lib/domain/ids.ts';
import { discardItem } from './discard.ts';
import { pullAll } from './pull.ts';
import { pushBatch } from './push.ts';
import { save } from './save.ts';
import { answering, cursorAt, pages, pullReply } from './test-server.ts';
import { mette, newReport, testLocal, type TestLocal } from './test-local.ts';
import { NoAnswer } from './transport.ts';

const ticketOf = (local: TestLocal, id: string) => local.store.read((tx) => tx.get('ticket', id));
const outboxOf = async (local: TestLocal) =>
	(await local.store.read((tx) => tx.all('outbox'))).sort((a, b) => a.order - b.order);
const cursorOf = (local: TestLocal) => local.store.read((tx) => tx.get('cursor', 'pull'));

const department = (name: string): DepartmentRow => ({
	id: crypto.randomUUID() as DepartmentId,
	organisationId: mette.organisationId,
	code: '101',
	name,
	kind: 'store',
	timeZone: 'Europe/Copenhagen',
	headcount: 12,
	dutyPhone: null
});
const change = (row: DepartmentRow) => ({ kind: 'department' as const, id: row.id as string, row });

/** A report that the server has, as the device that wrote it holds it. */
async function arrived(local = testLocal()) {
	const input = newReport();
	await save(local, 'ticket.report', input);
	await pushBatch(local, answering().push);
	const row = (await ticketOf(local, input.ticketId))!;
	const onServer: TicketRow = { ...row, number: 1042 };
	return { local, input, onServer, asChange: { kind: 'ticket' as const, id: row.id as string, row: onServer } };
}

describe('a pull', () => {
	it('[PL1] writes each page with its cursor', async () => {
		const local = testLocal();
		const [north, south] = [department('North'), department('South')];
		const server = pages(
			pullReply({ cursor: cursorAt(5), changes: [change(north)], more: true }),
			pullReply({ cursor: cursorAt(9), changes: [change(south)] })
		);
		await pullAll(local, server.pull);
		expect(server.requests.map(({ cursor }) => cursor?.position ?? null)).toEqual([null, 5]);
		expect(await local.store.read((tx) => tx.all('department'))).toHaveLength(2);
		expect(await cursorOf(local)).toMatchObject({ cursor: { position: 9 }, syncedAt: local.now().toISOString() });
	});

	it('[PL1] keeps what it had when a later page does not come, and goes on from there', async () => {
		const local = testLocal();
		const first = pullReply({ cursor: cursorAt(5), changes: [change(department('North'))], more: true });
		let calls = 0;
		const cut = async () => {
			if (calls++ === 0) return first;
			throw new NoAnswer('cut');
		};
		await expect(pullAll(local, cut)).rejects.toBeInstanceOf(NoAnswer);
		const server = pages(pullReply({ cursor: cursorAt(9) }));
		await pullAll(local, server.pull);
		expect(server.requests[0]?.cursor?.position).toBe(5);
	});

	it('[PL2] drops a page when another tab has moved the cursor', async () => {
		const local = testLocal();
		const stale = department('Stale');
		let calls = 0;
		await pullAll(local, async () => {
			calls += 1;
			if (calls > 1) return pullReply({ cursor: cursorAt(9) });
			await pullAll(local, pages(pullReply({ cursor: cursorAt(7) })).pull);
			return pullReply({ cursor: cursorAt(5), changes: [change(stale)], more: true });
		});
		expect(await local.store.read((tx) => tx.get('department', stale.id))).toBeUndefined();
		expect((await cursorOf(local))?.cursor.position).toBe(9);
	});

	it('[PL3] takes a portal page for no answer', async () => {
		await expect(pullAll(testLocal(), async () => '<html>')).rejects.toBeInstanceOf(NoAnswer);
	});

	it("[PL4] shows the server's row with what waits here on top, once", async () => {
		const { local, input, asChange } = await arrived();
		await save(local, 'ticket.reply', { ticketId: input.ticketId, text: 'Also warm', photos: [] });
		await pullAll(local, pages(pullReply({ changes: [asChange] })).pull);
		const shown = await ticketOf(local, input.ticketId);
		expect(shown?.number).toBe(1042);
		expect(shown?.events.map(({ kind }) => kind)).toEqual(['reported', 'replied']);
		expect(await outboxOf(local)).toMatchObject([{ seenAt: local.now().toISOString() }, { seenAt: null }]);
	});

	it('[PL4] drops what waits no longer: the row is then the server’s alone', async () => {
		const { local, input, asChange } = await arrived();
		await pullAll(local, pages(pullReply({ changes: [asChange] })).pull);
		expect(await ticketOf(local, input.ticketId)).toEqual(asChange.row);
		expect(await local.store.read((tx) => tx.all('base'))).toEqual([]);
	});

	it('[PL5] keeps showing an answered item until a pull that began later has ended', async () => {
		const { local, input } = await arrived();
		await save(local, 'ticket.see', { ticketId: input.ticketId });
		await pullAll(local, async () => {
			await pushBatch(local, answering().push);
			return pullReply();
		});
		expect((await outboxOf(local))[1]).toMatchObject({ state: 'acked', seenAt: null });
		await pullAll(local, pages(pullReply()).pull);
		expect((await outboxOf(local))[1]?.seenAt).not.toBeNull();
	});

	it('[PL6] removes after a reset what did not come again, by its last page', async () => {
		const local = testLocal();
		const [stays, goes] = [department('Stays'), department('Goes')];
		await pullAll(local, pages(pullReply({ changes: [change(stays), change(goes)] })).pull);
		const scope = { scope: 'other' };
		const server = pages(
			pullReply({ reset: 'scope', cursor: cursorAt(1, scope), changes: [change(stays)], more: true }),
			pullReply({ cursor: cursorAt(2, scope) })
		);
		await pullAll(local, server.pull);
		expect(await local.store.read((tx) => tx.all('department'))).toEqual([stays]);
	});

	it('[PL6] keeps a report that waits here through a reset', async () => {
		const local = testLocal();
		const input = newReport();
		await save(local, 'ticket.report', input);
		await pullAll(local, pages(pullReply({ reset: 'scope' })).pull);
		expect(await ticketOf(local, input.ticketId)).toMatchObject({ reference: 'K7F2' });
	});

	it('[PL7] sends again after a restore all that it still holds', async () => {
		const { local, input, asChange } = await arrived();
		await pullAll(local, pages(pullReply({ changes: [asChange] })).pull);
		const restored = cursorAt(1, { epoch: crypto.randomUUID() });
		await pullAll(local, pages(pullReply({ reset: 'epoch', cursor: restored })).pull);
		expect(await outboxOf(local)).toMatchObject([{ state: 'queued', isPending: 1, ackedAt: null }]);
		expect(await ticketOf(local, input.ticketId)).toMatchObject({ reference: 'K7F2' });
		const server = answering({}, { epoch: restored.epoch });
		await pushBatch(local, server.push);
		expect(server.requests[0]?.items).toHaveLength(1);
	});

	it('[PL7] does not believe an acknowledgement from before the restore', async () => {
		const local = testLocal();
		await save(local, 'ticket.report', newReport());
		await pullAll(local, pages(pullReply()).pull);
		await pushBatch(local, answering({}, { epoch: crypto.randomUUID() }).push);
		expect(await outboxOf(local)).toMatchObject([{ isPending: 1 }]);
	});

	it('[PL8] begins a new life when the server knows more of it than it does', async () => {
		const local = testLocal();
		await save(local, 'ticket.report', newReport());
		const before = (await outboxOf(local))[0]!.incarnation;
		await pullAll(local, pages(pullReply({ seq: { contiguous: 9, highest: 9, holes: [] } })).pull);
		expect((await outboxOf(local))[0]?.incarnation).not.toBe(before);
	});

	it('[PL9] forgets answered items after thirty days, but never the newest five hundred', async () => {
		const local = testLocal();
		for (let index = 0; index < 503; index += 1) await save(local, 'guide.outcome', { guideId: 'handheld-frozen' });
		for (let request = 0; request < 6; request += 1) await pushBatch(local, answering().push);
		await pullAll(local, pages(pullReply()).pull);
		expect(await outboxOf(local)).toHaveLength(503);
		local.clock.ms += 31 * 86_400_000;
		await pullAll(local, pages(pullReply({ cursor: cursorAt(2) })).pull);
		expect((await outboxOf(local)).map(({ seq }) => seq)[0]).toBe(4);
	});

	describe('[PL11] what a person made of a parked item', () => {
		async function parked() {
			const local = testLocal();
			const input = newReport();
			await save(local, 'ticket.report', input);
			await pushBatch(local, answering({ status: 'parked', code: 'rights_lost', number: null }).push);
			const [item] = await outboxOf(local);
			const told = { by: 'Anna Lund', at: '2026-11-24T09:00:00.000Z', reason: null, number: 1042 };
			return { local, mutationId: item!.mutationId, told };
		}

		it('[PL11] a case is acknowledged, and counts as any other', async () => {
			const { local, mutationId, told } = await parked();
			const decided = [{ mutationId, as: 'case' as const, ...told }];
			await pullAll(local, pages(pullReply({ decided })).pull);
			expect(await outboxOf(local)).toMatchObject([{ state: 'acked', isParked: false, code: null, number: 1042 }]);
		});

		it('[PL11] what was set aside stays until its author has read it, told once or often', async () => {
			const { local, mutationId, told } = await parked();
			const decided = [{ mutationId, as: 'setAside' as const, ...told, number: null, reason: 'Sent again' }];
			await pullAll(local, pages(pullReply({ decided })).pull);
			const decision = { as: 'setAside', by: 'Anna Lund', reason: 'Sent again' };
			expect(await outboxOf(local)).toMatchObject([{ state: 'needsYou', decision }]);
			await discardItem(local, mutationId);
			await pullAll(local, pages(pullReply({ cursor: cursorAt(2), decided })).pull);
			expect(await outboxOf(local)).toMatchObject([{ state: 'discarded' }]);
		});
	});

	it('[PL10] drops what was closed 90 days ago by the server’s clock, and nothing on which something waits', async () => {
		const { local, input, onServer } = await arrived();
		const resolution = { by: onServer.reporter, at: '2026-08-01T10:00:00Z', text: 'Done', guideId: null };
		const closed = { ...onServer, resolution: { ...resolution, solutionPoint: 'firstLine' as const } };
		const other = { ...closed, id: crypto.randomUUID() as TicketId, events: [] };
		const changes = [closed, other].map((row) => ({ kind: 'ticket' as const, id: row.id as string, row }));
		const at = (position: number, serverTime: string) =>
			pages(pullReply({ cursor: cursorAt(position), serverTime, changes: position === 1 ? changes : [] })).pull;
		const held = async () => (await local.store.read((tx) => tx.all('ticket'))).map(({ id }) => id);

		// The device thinks that years have passed.
		local.clock.ms += 5 * 365 * 86_400_000;
		await pullAll(local, at(1, '2026-10-30T09:00:00.000Z'));
		expect(await held()).toHaveLength(2);
		await save(local, 'ticket.reply', { ticketId: input.ticketId, text: 'Again', photos: [] });
		await pullAll(local, at(2, '2026-10-30T11:00:00.000Z'));
		expect(await held(), 'once a day').toHaveLength(2);
		await pullAll(local, at(3, '2026-10-31T00:00:00.000Z'));
		expect(await held()).toEqual([input.ticketId]);
		expect((await ticketOf(local, input.ticketId))?.events.at(-1)).toMatchObject({ kind: 'replied', text: 'Again' });

		await pushBatch(local, answering().push);
		await pullAll(local, at(4, '2026-11-01T00:00:00.000Z'));
		expect(await held()).toEqual([]);
	});

	it('[PL12] asks for the next page before the one that came is written', async () => {
		const local = testLocal();
		const held: number[] = [];
		let calls = 0;
		await pullAll(local, async () => {
			held.push((await local.store.read((tx) => tx.all('department'))).length);
			calls += 1;
			return pullReply({ cursor: cursorAt(calls), changes: [change(department('North'))], more: calls < 3 });
		});
		expect(held).toEqual([0, 0, 1]);
		expect(await local.store.read((tx) => tx.all('department'))).toHaveLength(3);
	});

	it('[PL12] asks for more as long as pages come soon, and for few again when one was slow', async () => {
		const local = testLocal();
		const limits: number[] = [];
		await pullAll(local, async ({ limit }) => {
			limits.push(limit);
			if (limits.length === 5) local.clock.ms += 5_000;
			return pullReply({ cursor: cursorAt(limits.length), more: limits.length < 6 });
		});
		expect(limits).toEqual([200, 400, 800, 1_000, 1_000, 200]);
	});
});
