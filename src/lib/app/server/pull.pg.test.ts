import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/roles.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import type { Report } from '#lib/domain/ticket/event.ts';
import { recordChange } from '#lib/server/change-log.ts';
import { applyItem } from '#lib/sync/server/apply.ts';
import { newEpoch } from '#lib/sync/server/epoch.ts';
import { deviceOf, openScene, photoOf, reportBy, type Scene } from '#lib/sync/server/fixtures.ts';
import { pull } from '#lib/sync/server/pull.ts';
import { deskScope, organisationScope } from '#lib/sync/server/scopes.ts';
import { openOwner } from '#lib/server/db.ts';
import type { Cursor } from '#lib/sync/protocol.ts';
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
const incarnation = randomUUID() as Parameters<typeof pull>[1]['incarnation'];
const ask = (actor: Actor, cursor: Cursor | null, limit = 1000) => pull(as(actor), { cursor, incarnation, limit });
/** Cursor at the end of everything. */
const upToNow = async (actor: Actor) => (await ask(actor, null)).cursor;
const apply = async (actor: Actor, kind: string, payload: object) => {
	const result = await applyItem(as(actor), deviceOf(actor).item(kind, payload));
	expect(result).toMatchObject({ status: 'applied' });
};
const report = async (actor: Actor, change: Partial<Report> = {}) => {
	const payload = reportBy(actor, change);
	await apply(actor, 'ticket.report', payload);
	return payload.ticketId;
};
const rowOf = async (actor: Actor, ticketId: string) =>
	(await ask(actor, null)).changes.find(({ id }) => id === ticketId)?.row as TicketRow | undefined;

it("[SV27] fills nobody's database with what another may see: a second tab still holds who was here before", async () => {
	const asked = { cursor: null, incarnation, limit: 10, reader: scene.mette.personId };
	await expect(pull(as(scene.anna), asked)).rejects.toThrow('signed_out');
	await expect(pull(as(scene.mette), asked)).resolves.toMatchObject({ reset: null });
});

describe('what is new', () => {
	it('[SV20] comes after the cursor, once, each row as it is now', async () => {
		const before = await upToNow(scene.anna);
		const ticketId = await report(scene.mette);
		await apply(scene.anna, 'ticket.answer', { ticketId, text: 'Vi kigger', photos: [] });
		const { changes, cursor, more, reset } = await ask(scene.anna, before);
		expect({ ids: changes.map(({ id }) => id), more, reset }).toEqual({ ids: [ticketId], more: false, reset: null });
		expect(changes[0]!.row).toMatchObject({
			reporter: { name: 'Mette Holm' },
			events: [{}, { by: { name: 'Anna Lund' } }]
		});
		expect((await ask(scene.anna, cursor)).changes).toEqual([]);
	});

	it('[SV20] carries the promise in the zone of the workplace', async () => {
		const ticketId = await report(scene.mette);
		expect((await rowOf(scene.mette, ticketId))?.promise).toMatchObject({
			zone: 'Europe/Copenhagen',
			state: 'running'
		});
	});

	it('[SV21] comes in pages, and ends', async () => {
		const ids = new Set<string>();
		for (let i = 0; i < 7; i++) await report(scene.omar);
		const whole = await ask(scene.omar, null);
		let cursor: Cursor | null = null;
		for (let more = true; more;) {
			const page: Awaited<ReturnType<typeof pull>> = await ask(scene.omar, cursor, 3);
			for (const { id } of page.changes) ids.add(id);
			({ cursor, more } = page);
		}
		expect([...ids].toSorted()).toEqual(whole.changes.map(({ id }) => id).toSorted());
		expect(ids.size).toBeGreaterThanOrEqual(7);
	});

	it('[SV22] a cursor moves past what others may see', async () => {
		const before = await upToNow(scene.sofie);
		await report(scene.mette);
		const { cursor, changes } = await ask(scene.sofie, before);
		expect(changes).toEqual([]);
		expect(cursor.position).toBeGreaterThan(before.position);
	});
});

describe('what leaves', () => {
	it('[SV23] a case that becomes private leaves its colleagues, also those who slept through later changes', async () => {
		const payload = reportBy(scene.mette);
		await apply(scene.mette, 'ticket.report', payload);
		const colleague = await upToNow(scene.omar);
		const secret = { ...payload, report: { ...payload.report, topic: 'password' } };
		await apply(scene.mette, 'ticket.report', secret);
		await apply(scene.anna, 'ticket.take', { ticketId: payload.ticketId });
		const { changes } = await ask(scene.omar, colleague);
		expect(changes).toEqual([{ kind: 'ticket', id: payload.ticketId, row: null }]);
		expect((await rowOf(scene.omar, payload.ticketId)) ?? null).toBeNull();
	});

	it('[SV23] a deleted row leaves everybody who had it, and is not sent to those who begin', async () => {
		const { organisationId } = scene;
		const change = {
			organisationId,
			kind: 'service',
			rowId: randomUUID(),
			scopes: [organisationScope(organisationId)]
		} as const;
		const record = (isDeleted: boolean) =>
			fresh.database.withOrganisations([organisationId], (tx) => recordChange(tx, { ...change, isDeleted }));
		await record(false);
		const before = await upToNow(scene.mette);
		await record(true);
		expect((await ask(scene.mette, before)).changes).toEqual([{ kind: 'service', id: change.rowId, row: null }]);
		expect((await ask(scene.mette, null)).changes.map(({ id }) => id)).not.toContain(change.rowId);
	});

	it('[SV24] two changes of a row in one transaction count as the last', async () => {
		const { organisationId } = scene;
		const before = await upToNow(scene.anna);
		const change = { organisationId, kind: 'service', rowId: randomUUID() } as const;
		await fresh.database.withOrganisations([organisationId], async (tx) => {
			await recordChange(tx, { ...change, scopes: [organisationScope(organisationId)] });
			await recordChange(tx, { ...change, scopes: [deskScope(organisationId)] });
		});
		const latest =
			await fresh.sql`select scopes, left_scopes from change_log where row_id = ${change.rowId} and is_latest`;
		expect(latest).toEqual([{ scopes: [deskScope(organisationId)], left_scopes: [organisationScope(organisationId)] }]);
		expect((await ask(scene.anna, before)).changes).toEqual([{ kind: 'service', id: change.rowId, row: null }]);
	});

	it('[SV25] other rights begin anew', async () => {
		const before = await upToNow(scene.anna);
		const demoted: Actor = { ...scene.anna, grants: [{ organisationId: scene.organisationId, roles: ['employee'] }] };
		const { reset, cursor } = await ask(demoted, before);
		expect(reset).toBe('scope');
		expect((await ask(demoted, cursor)).reset).toBeNull();
	});

	it('[SV25] a cursor that was tampered with begins anew', async () => {
		const before = await upToNow(scene.mette);
		expect((await ask(scene.mette, { ...before, position: before.position + 1000 })).reset).toBe('scope');
		expect((await ask(scene.mette, await upToNow(scene.mette))).reset).toBeNull();
	});

	it('[SV28] a case closed longer than 90 days ago is not sent', async () => {
		const ticketId = await report(scene.mette);
		await apply(scene.mette, 'ticket.withdraw', { ticketId });
		expect(await rowOf(scene.mette, ticketId)).toBeDefined();
		await fresh.sql`update ticket set closed_at = now() - interval '91 days' where id = ${ticketId}`;
		expect(await rowOf(scene.mette, ticketId)).toBeUndefined();
	});
});

describe('after a restore', () => {
	it('[SV26] the restore command begins an epoch: devices begin anew and send again', async () => {
		const before = await upToNow(scene.mette);
		const owner = openOwner(fresh.url);
		const epoch = await newEpoch(owner.db);
		await owner.close();
		const { reset, cursor } = await ask(scene.mette, before);
		expect({ reset, epoch: cursor.epoch }).toEqual({ reset: 'epoch', epoch });
	});

	it('[SV26] a position that we gave and no longer know begins an epoch for everybody, once', async () => {
		await report(scene.mette);
		const [mette, omar] = [await upToNow(scene.mette), await upToNow(scene.omar)];
		// The log as an older backup has it.
		await fresh.sql`update change_log set mark = gen_random_uuid() where position = ${mette.position}`;
		const [first, second] = [await ask(scene.mette, mette), await ask(scene.omar, omar)];
		expect([first.reset, second.reset]).toEqual(['epoch', 'epoch']);
		expect(first.cursor.epoch).not.toBe(mette.epoch);
		expect(second.cursor.epoch).toBe(first.cursor.epoch);
		expect((await ask(scene.mette, first.cursor)).reset).toBeNull();
	});
});

describe('who sees what of a case', () => {
	type Seen = { words: boolean; note: boolean; deskTalk: boolean; photos: boolean };
	const nothing: Seen = { words: false, note: false, deskTalk: false, photos: false };
	const own: Seen = { ...nothing, words: true, photos: true };
	const desk: Seen = { words: true, note: true, deskTalk: true, photos: true };
	const withoutPhotos: Seen = { ...own, photos: false };

	const whole = async (by: Actor, change: Partial<Report>) => {
		const photo = photoOf(Buffer.from('photo'));
		const ticketId = await report(by, { ...change, photos: [photo] });
		const { personId: assigneeId, name: assigneeName } = scene.anna;
		await apply(scene.anna, 'ticket.note', { ticketId, text: 'NOTE' });
		await apply(scene.anna, 'ticket.assign', { ticketId, assigneeId, assigneeName, text: 'TALK' });
		await apply(by, 'ticket.reply', { ticketId, text: 'WORDS', photos: [{ ...photo, fileId: randomUUID() }] });
		return ticketId;
	};
	const seenBy = async (actor: Actor, ticketId: string): Promise<Seen> => {
		const json = JSON.stringify((await rowOf(actor, ticketId)) ?? null);
		return {
			words: json.includes('WORDS'),
			note: json.includes('NOTE') || json.includes('noted'),
			deskTalk: json.includes('TALK'),
			photos: json.includes('fileId') || json.includes('expected')
		};
	};

	// case × reader → fields; a reader who is not named sees nothing at all.
	it.each<[string, 'mette' | 'sofie', Partial<Report>, Partial<Record<string, Seen>>]>([
		['broken at the shop', 'mette', {}, { mette: own, omar: own, anna: desk }],
		['password at the shop', 'mette', { topic: 'password' }, { mette: own, anna: desk }],
		['sign-in at the shop', 'mette', { symptom: 'signin' }, { mette: own, anna: desk }],
		['access', 'mette', { topic: 'access' }, { mette: own, anna: desk }],
		['order', 'mette', { topic: 'order' }, { mette: own, anna: desk }],
		['question', 'mette', { topic: 'question' }, { mette: own, anna: desk }],
		['broken in home care', 'sofie', {}, { sofie: own, karl: withoutPhotos, anna: desk }],
		['password in home care', 'sofie', { topic: 'password' }, { sofie: own, anna: desk }]
	])('[SV27] %s', async (_, by, change, readers) => {
		const ticketId = await whole(scene[by], change);
		for (const name of ['mette', 'omar', 'sofie', 'karl', 'anna', 'stranger'] as const)
			expect([name, await seenBy(scene[name], ticketId)]).toEqual([name, readers[name] ?? nothing]);
	});

	it('[SV27] says nothing of a note: the case looks untouched', async () => {
		const ticketId = await report(scene.mette);
		const before = await rowOf(scene.mette, ticketId);
		await apply(scene.anna, 'ticket.note', { ticketId, text: 'NOTE' });
		expect(await rowOf(scene.mette, ticketId)).toEqual(before);
	});
});
