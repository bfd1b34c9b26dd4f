import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MutationId } from '#lib/domain/ids.ts';
import { roles, type Actor, type Role } from '#lib/domain/roles.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import type { Photo } from '#lib/domain/ticket/event.ts';
import type { Disk } from '#lib/server/media/disk.ts';
import { view } from '#lib/server/media/view.ts';
import { createCallerFactory, type Context } from '#lib/server/trpc.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { deviceOf, openScene, photoOf, reportBy, type Scene } from '#lib/sync/server/fixtures.ts';
import { pull } from '#lib/sync/server/pull.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { ticketHandlers } from '../handler.ts';
import { ticketSource } from '../source.ts';
import { heldRouter } from './router.ts';
import type { HeldDecision } from './decide.ts';

const nothing = async () => new Map();
const registry = {
	mutationHandlers: ticketHandlers,
	rowSources: {
		ticket: ticketSource,
		...{
			guide: nothing,
			person: nothing,
			department: nothing,
			organisation: nothing,
			service: nothing,
			device: nothing
		}
	}
};

let fresh: FreshDatabase;
let scene: Scene;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
});
afterAll(() => fresh.close());

const callerOf = createCallerFactory(heldRouter);
const as = (actor: Actor) => callerOf({ database: fresh.database, actor } as Context);
const sync = (actor: Actor) => ({ database: fresh.database, registry, actor });
const here = () => ({ organisationId: scene.organisationId });
const itemsFor = (actor: Actor) => as(actor).items();
const find = async (mutationId: string, actor = scene.anna) =>
	(await itemsFor(actor)).find((item) => item.mutationId === mutationId);
const decide = (mutationId: string, decision: HeldDecision, actor = scene.anna) =>
	as(actor).decide({ ...here(), mutationId, decision });
const audited = (subject: string) =>
	fresh.sql`select actor_id, action, detail from audit_entry where subject = ${subject}`;
const holding = (...held: Role[]): Actor => ({ ...scene.anna, grants: [{ ...here(), roles: held }] });

/** Mette's report for a workplace that does not exist. */
async function heldReport(photos = [photoOf(Buffer.from('photo'))]) {
	const payload = { ...reportBy(scene.mette, { photos }), departmentId: crypto.randomUUID() };
	const item = deviceOf(scene.mette).item('ticket.report', payload);
	expect(await applyItem(sync(scene.mette), item)).toMatchObject({ status: 'parked', code: 'not_found' });
	return { item, payload, photos };
}

/** Karl's reply to a case that he may not see. */
async function heldReply(photos: Photo[] = []) {
	const { ticketId, ...report } = reportBy(scene.mette);
	await applyItem(sync(scene.mette), deviceOf(scene.mette).item('ticket.report', { ticketId, ...report }));
	const item = deviceOf(scene.karl).item(
		'ticket.reply',
		{ ticketId, text: 'Nøglen lå i bilen', photos },
		{ manifest: photos }
	);
	expect(await applyItem(sync(scene.karl), item)).toMatchObject({ status: 'parked' });
	return { item, ticketId };
}

describe('what is held', () => {
	it('says who, when, why and what, and is counted until somebody has decided', async () => {
		const before = await as(scene.anna).count();
		const { item } = await heldReport();
		expect(await as(scene.anna).count()).toBe(before + 1);
		expect(await find(item.mutationId)).toMatchObject({
			kind: 'ticket.report',
			code: 'not_found',
			authorName: 'Mette Holm',
			content: { text: 'Den lader ikke', photos: 1, about: { deviceKind: 'handheld', symptom: 'charge' } },
			becomesCaseOf: 'store',
			decision: null
		});
		await decide(item.mutationId, { as: 'setAside', reason: 'Meldt igen siden' });
		expect(await as(scene.anna).count()).toBe(before);
	});

	it('is not what nobody wrote', async () => {
		const before = await as(scene.anna).count();
		const seen = deviceOf(scene.mette).item('ticket.see', { ticketId: crypto.randomUUID() });
		expect(await applyItem(sync(scene.mette), seen)).toMatchObject({ status: 'parked' });
		expect(await as(scene.anna).count()).toBe(before);
	});

	it.each(roles)('is seen, read and decided by %s as the policy says', async (role) => {
		const { item } = await heldReport([]);
		const actor = holding(role);
		const decision = { as: 'setAside' as const, reason: 'Prøve' };
		const mayDecide = ['agent', 'specialist'].includes(role);
		if (mayDecide || role === 'administrator') {
			const found = await find(item.mutationId, actor);
			expect(found?.content === null, 'content is for those who read cases').toBe(!mayDecide);
			expect(JSON.stringify(found).includes('Den lader ikke')).toBe(mayDecide);
		} else await expect(itemsFor(actor)).rejects.toThrow('not_found');
		if (mayDecide) await decide(item.mutationId, decision, actor);
		else await expect(decide(item.mutationId, decision, actor)).rejects.toThrow('not_found');
	});

	it('stays in its organisation, also when an agent of another one names its id', async () => {
		const { item } = await heldReport();
		const { stranger } = scene;
		const decision = { as: 'case' as const };
		await expect(decide(item.mutationId, decision, stranger)).rejects.toThrow('not_found');
		const next = as(stranger).decide({
			organisationId: stranger.organisationId,
			mutationId: item.mutationId,
			decision
		});
		await expect(next).rejects.toThrow('not_found');
		expect(await as(stranger).items()).toEqual([]);
	});
});

describe('a decision', () => {
	it('[SV16] makes a report a case in its author’s name, once, however many press at the same moment', async () => {
		const { item, payload, photos } = await heldReport();
		const all = await Promise.all(Array.from({ length: 8 }, () => decide(item.mutationId, { as: 'case' })));
		expect(all.filter(({ isFirst }) => isFirst)).toHaveLength(1);
		expect(new Set(all.map(({ number }) => number)).size).toBe(1);
		const [ticket] = await fresh.sql`select * from ticket where id = ${payload.ticketId}`;
		expect(ticket).toMatchObject({ department_id: scene.shop, requester_id: scene.mette.personId });
		const events =
			await fresh.sql`select kind, person_id, mutation_id from ticket_event where ticket_id = ${payload.ticketId}`;
		expect(events).toEqual([{ kind: 'reported', person_id: scene.mette.personId, mutation_id: item.mutationId }]);
		const [upload] = await fresh.sql`select state, owner_id from upload where file_id = ${photos[0]!.fileId}`;
		expect(upload).toEqual({ state: 'expected', owner_id: scene.mette.personId });
		const line = { actor_id: scene.anna.personId, action: 'held.decided' };
		expect(await audited(item.mutationId)).toMatchObject([{ ...line, detail: { as: 'case', number: ticket!.number } }]);
		expect(await find(item.mutationId)).toMatchObject({
			decision: 'case',
			decidedBy: 'Anna Lund',
			number: ticket!.number
		});
		expect(await applyItem(sync(scene.mette), item), 'sent again').toMatchObject({
			status: 'applied',
			code: null,
			number: ticket!.number
		});
	});

	it('[SV16] puts words on the case that they were written on, as a note that only the desk reads', async () => {
		const { item, ticketId } = await heldReply();
		const note = { as: 'note' as const, text: 'Karl skriver: Nøglen lå i bilen' };
		await decide(item.mutationId, note);
		const events =
			await fresh.sql`select kind, is_internal, person_id, body from ticket_event where ticket_id = ${ticketId} order by position`;
		expect(events.at(-1)).toMatchObject({ kind: 'noted', is_internal: true, person_id: scene.anna.personId });
		expect(events.at(-1)!.body.text).toBe(note.text);
		expect(await decide(item.mutationId, { as: 'setAside', reason: 'Nej' })).toMatchObject({
			isFirst: false,
			decision: 'note'
		});
		expect(await audited(item.mutationId)).toHaveLength(1);
	});

	it('[SV33] keeps the photos of a reply with its note, for the desk alone', async () => {
		const photo = photoOf(Buffer.from('photo'));
		const { item, ticketId } = await heldReply([photo]);
		const rowOf = async () => {
			const [row] =
				await fresh.sql`select ticket_id, owner_id, is_internal from upload where file_id = ${photo.fileId}`;
			return row;
		};
		const { personId } = scene.karl;
		expect(await rowOf()).toEqual({ ticket_id: null, owner_id: personId, is_internal: false });
		await decide(item.mutationId, { as: 'note', text: 'Karl skriver: Nøglen lå i bilen' });
		expect(await rowOf()).toEqual({ ticket_id: ticketId, owner_id: personId, is_internal: true });
		const caseFor = async (actor: Actor) =>
			(await fresh.database.withActor(actor, (tx) => ticketSource(tx, actor, [ticketId]))).get(ticketId) as TicketRow;
		const desk = await caseFor(scene.anna);
		expect(desk.events.at(-1)).toMatchObject({ kind: 'noted', photos: [photo] });
		expect(desk.photoStates).toEqual({ [photo.fileId]: 'expected' });
		expect((await caseFor(scene.mette)).photoStates).toEqual({});

		await fresh.sql`update upload set state = 'published' where file_id = ${photo.fileId}`;
		const disk = { photo: async () => Buffer.from('drawn anew') } as unknown as Disk;
		const look = async (actor: Actor) =>
			(await view(photo.fileId, 'full', { database: fresh.database, disk, actor })).status;
		expect(await look(scene.anna)).toBe(200);
		for (const other of [scene.mette, scene.omar, scene.karl]) expect(await look(other)).toBe(404);
	});

	it('[SV33] gives a case its photos with what has arrived of them, also where its author had mended it', async () => {
		const photo = photoOf(Buffer.from('photo'));
		const payload = { ...reportBy(scene.mette, { photos: [photo] }), departmentId: crypto.randomUUID() };
		const device = deviceOf(scene.mette);
		const item = device.item('ticket.report', payload, { manifest: [photo] });
		await applyItem(sync(scene.mette), item);
		await fresh.sql`update upload set state = 'verified' where file_id = ${photo.fileId}`;
		const mended = { ...payload, departmentId: scene.shop };
		const edit = device.item('ticket.report', mended, { manifest: [photo], supersedes: item.mutationId });
		expect(await applyItem(sync(scene.mette), edit)).toMatchObject({ status: 'applied' });
		const rows = await fresh.sql`select ticket_id, mutation_id, state from upload where file_id = ${photo.fileId}`;
		expect(rows).toEqual([{ ticket_id: payload.ticketId, mutation_id: edit.mutationId, state: 'verified' }]);
	});

	it('[SV33] takes no photo that another item has announced', async () => {
		const photo = photoOf(Buffer.from('photo'));
		const report = reportBy(scene.mette, { photos: [photo] });
		await applyItem(sync(scene.mette), deviceOf(scene.mette).item('ticket.report', report, { manifest: [photo] }));
		const { item } = await heldReply([photo]);
		await decide(item.mutationId, { as: 'note', text: 'Fremmed billede' });
		const rows = await fresh.sql`select ticket_id, owner_id, is_internal from upload where file_id = ${photo.fileId}`;
		expect(rows).toEqual([{ ticket_id: report.ticketId, owner_id: scene.mette.personId, is_internal: false }]);
	});

	it('[SV16] sets aside with a reason and keeps what was written', async () => {
		const { item } = await heldReport();
		await decide(item.mutationId, { as: 'setAside', reason: 'Butikken er lukket' });
		const [kept] =
			await fresh.sql`select status, payload, decided_by from sync_mutation where mutation_id = ${item.mutationId}`;
		expect(kept).toEqual({ status: 'parked', payload: item.payload, decided_by: scene.anna.personId });
		expect(await applyItem(sync(scene.mette), item)).toMatchObject({ status: 'parked', code: 'not_found' });
	});

	it('refuses what cannot be: a case of a reply, a note on no case, a reason of nothing', async () => {
		const [report, reply] = [await heldReport(), await heldReply()];
		await expect(decide(reply.item.mutationId, { as: 'case' })).rejects.toThrow('not_found');
		await expect(decide(report.item.mutationId, { as: 'note', text: 'x' })).rejects.toThrow('not_found');
		await expect(decide(report.item.mutationId, { as: 'setAside', reason: ' ' })).rejects.toThrow();
		await expect(decide(crypto.randomUUID() as MutationId, { as: 'case' })).rejects.toThrow('not_found');
		expect(await find(report.item.mutationId)).toMatchObject({ decision: null });
	});

	it('[PL11] is told to its author with the next pull, and to nobody else', async () => {
		const { item } = await heldReport();
		await decide(item.mutationId, { as: 'setAside', reason: 'Meldt igen' });
		const request = { cursor: null, incarnation: item.incarnation, limit: 200 };
		const { decided } = await pull(sync(scene.mette), request);
		expect(decided?.[0]).toMatchObject({
			mutationId: item.mutationId,
			as: 'setAside',
			by: 'Anna Lund',
			reason: 'Meldt igen'
		});
		expect((await pull(sync(scene.omar), request)).decided).toEqual([]);
	});
});
