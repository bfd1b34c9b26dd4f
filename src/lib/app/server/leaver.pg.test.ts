import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handInLimit, senderOf } from '#lib/people/server/sign-in/hook.ts';
import { browserOf, demoDatabase, requestOf, type Browser } from '#lib/people/server/fixtures.ts';
import { demoId } from '#lib/server/demo-id.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Photo } from '#lib/domain/ticket/event.ts';
import { openDisk } from '#lib/server/media/disk.ts';
import { phonePhoto, tusOver } from '#lib/server/media/fixtures.ts';
import { publishWaiting } from '#lib/server/media/publish.ts';
import { view } from '#lib/server/media/view.ts';
import { answer } from '#lib/server/media/wire.ts';
import { createCallerFactory } from '#lib/server/trpc.ts';
import { deviceOf, photoOf, reportBy } from '#lib/sync/server/fixtures.ts';
import type { FreshDatabase } from '#tests/fresh-database.ts';
import { appRouter } from './router.ts';

// Somebody is removed while their phone, offline, holds what nobody has read yet.

let fresh: FreshDatabase;
const dataDir = mkdtempSync(join(tmpdir(), 'athand-leaver-'));
const disk = openDisk(dataDir);
beforeAll(async () => {
	fresh = await demoDatabase();
	await fresh.sql`insert into server_epoch (epoch, fingerprint, cursor_key) values (gen_random_uuid(), 'test', 'key')
		on conflict do nothing`;
});
afterAll(async () => {
	await fresh.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const organisationId = demoId('organisation', 1, 1);
const callerOf = createCallerFactory(appRouter);
const as = async (name: string) => callerOf(await requestOf(fresh, name));
const at = async (browser: Browser) => callerOf(await browser.context());

/** On a phone of their own. */
async function signedIn(name: string): Promise<{ browser: Browser; actor: Actor }> {
	const browser = await browserOf(fresh, name);
	return { browser, actor: (await browser.context()).actor! };
}

const wireOf = ({ event }: Browser) =>
	tusOver(async (request, id) => {
		const sender = await senderOf(event, fresh.database, null);
		return answer(request, id, { database: fresh.database, disk, ...sender, onVerified: () => {} });
	});

/** A report with a photo, as the device announces it. */
async function push(actor: Actor, photo: Photo, caller: Awaited<ReturnType<typeof at>>) {
	const report = reportBy(actor, { photos: [photo] });
	const items = [deviceOf(actor).item('ticket.report', report, { manifest: [photo] })];
	return (await caller.sync.push({ items })).results[0];
}

const remove = async ({ personId }: Actor) => (await as('Hanne Vester')).staff.remove({ organisationId, id: personId });

it('[SV31] keeps what a removed person hands in, once, for their own desk and nobody else', async () => {
	const { browser, actor } = await signedIn('Mette Kjær');
	const device = deviceOf(actor);
	const report = reportBy(actor, { text: 'Skrevet før min sidste dag' });
	const items = [
		device.item('ticket.report', report),
		device.item('ticket.reply', { ticketId: report.ticketId, text: 'Og dette', photos: [] })
	];
	await remove(actor);
	// A second click takes nothing from them.
	await remove(actor);

	const first = await (await at(browser)).sync.push({ items });
	expect(first.results.map(({ status, code }) => [status, code])).toEqual([
		['parked', 'rights_lost'],
		['parked', 'rights_lost']
	]);
	expect(await (await at(browser)).sync.push({ items })).toEqual(first);

	const ids = items.map(({ mutationId }) => mutationId);
	const held = (await (await as('Anna Lind')).held.items()).filter(({ mutationId }) => ids.includes(mutationId));
	expect(held.map(({ authorName }) => authorName)).toEqual(['Mette Kjær', 'Mette Kjær']);
	expect(held.find(({ kind }) => kind === 'ticket.report')?.content?.text).toBe('Skrevet før min sidste dag');
	const others = await (await as('Mikkel Thorsen')).held.items();
	expect(others.filter(({ mutationId }) => ids.includes(mutationId))).toEqual([]);
});

it('[SV31] opens nothing but the push, in nobody else’s name, and not for ever', async () => {
	const { browser, actor } = await signedIn('Lars Holm');
	const { actor: another } = await signedIn('Per Holst');
	await remove(actor);
	const removed = await at(browser);
	const pull = { cursor: null, incarnation: deviceOf(actor).incarnation, limit: 10 };
	for (const closed of [
		() => removed.sync.pull(pull),
		() => removed.sync.changes(),
		() => removed.held.items(),
		() => removed.people.sessions()
	])
		await expect(closed()).rejects.toThrow('access_ended');
	expect(await removed.people.me()).toBeNull();
	const items = [deviceOf(another).item('ticket.report', reportBy(another))];
	expect((await removed.sync.push({ items })).results[0]).toMatchObject({ status: 'retry', code: 'signed_out' });

	const mine = { items: [deviceOf(actor).item('ticket.report', reportBy(actor))] };
	await fresh.sql`update person set removed_at = removed_at - interval '91 days' where id = ${actor.personId}`;
	await fresh.sql`update session set revoked_at = revoked_at - interval '91 days' where person_id = ${actor.personId}`;
	const forgotten = await at(browser);
	for (const closed of [() => forgotten.sync.push(mine), () => forgotten.sync.pull(pull)])
		await expect(closed()).rejects.toThrow('signed_out');
});

it('[SV31] takes the photos of what they handed in, and of nobody else; IT makes a case with them', async () => {
	const { browser, actor } = await signedIn('Lene Friis');
	const { browser: elsewhere, actor: another } = await signedIn('Per Holst');
	const wire = wireOf(browser);
	const bytes = await phonePhoto();
	const [photo, unannounced, anothers] = [photoOf(bytes), photoOf(bytes), photoOf(bytes)];
	await push(another, anothers, await at(elsewhere));
	await remove(actor);
	expect(await push(actor, photo, await at(browser))).toMatchObject({ status: 'parked', code: 'rights_lost' });

	expect((await wire.rest(photo.fileId, bytes)).headers.get('Upload-State')).toBe('verified');
	for (const { fileId } of [unannounced, anothers])
		expect((await wire.patch(fileId, 0, bytes)).headers.get('Upload-Code')).toBe('not_found');
	await publishWaiting({ database: fresh.database, disk });
	const desk = await requestOf(fresh, 'Anna Lind');
	const look = () => view(photo.fileId, 'full', { database: fresh.database, disk, actor: desk.actor });
	expect((await look()).status, 'before anybody has decided').toBe(404);

	const [item] = (await callerOf(desk).held.items()).filter(({ authorName }) => authorName === actor.name);
	await callerOf(desk).held.decide({ organisationId, mutationId: item!.mutationId, decision: { as: 'case' } });
	expect((await look()).status).toBe(200);
	const mine = () => view(photo.fileId, 'full', { database: fresh.database, disk, actor: { ...actor, grants: [] } });
	expect((await mine()).status, 'for who has left').toBe(404);
});

it('[SV32] listens to a full outbox with its photos, and for a while not to more', async () => {
	const { browser, actor } = await signedIn('Tom Barker');
	await remove(actor);
	const item = deviceOf(actor).item('ticket.report', reportBy(actor));
	const removed = await at(browser);
	await removed.sync.push({ items: [item] });
	await fresh.sql`update sign_in_try set tries = ${handInLimit - 1} where tries = 1`;
	await removed.sync.push({ items: [item] });
	await expect(removed.sync.push({ items: [item] })).rejects.toThrow('too_many_tries');
	const answer = await wireOf(browser).head(photoOf(Buffer.from('photo')).fileId);
	expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '60']);

	await fresh.sql`update sign_in_try set since = since - interval '16 minutes'`;
	expect((await removed.sync.push({ items: [item] })).results[0]).toMatchObject({ status: 'parked' });
});

it('[SV31] a session that had ended before, or of somebody who is back, stays ended', async () => {
	const { browser, actor } = await signedIn('Signe Lykke');
	const { browser: open } = await signedIn('Signe Lykke');
	await (await at(open)).people.signOutElsewhere();
	await remove(actor);
	const items = [deviceOf(actor).item('ticket.report', reportBy(actor))];
	await expect((await at(browser)).sync.push({ items })).rejects.toThrow('signed_out');
	await (await as('Hanne Vester')).staff.bringBack({ organisationId, id: actor.personId });
	await expect((await at(open)).sync.push({ items })).rejects.toThrow('signed_out');
});
