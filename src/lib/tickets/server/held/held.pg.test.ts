import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MutationId } from '#lib/domain/ids.ts';
import { roles, type Actor, type Role } from '#lib/domain/roles.ts';
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
async function heldReply() {
	const { ticketId, ...report } = reportBy(scene.mette);
	await applyItem(sync(scene.mette), deviceOf(scene.mette).item('ticket.report', { ticketId, ...report }));
	const item = deviceOf(scene.karl).item('ticket.reply', { ticketId, text: 'Nøglen lå i bilen', photos: [] });
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
