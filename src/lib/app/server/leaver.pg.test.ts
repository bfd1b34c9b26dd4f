import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserOf, demoDatabase, requestOf, type Browser } from '#lib/people/server/fixtures.ts';
import { demoId } from '#lib/server/demo-id.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { createCallerFactory } from '#lib/server/trpc.ts';
import { deviceOf, reportBy } from '#lib/sync/server/fixtures.ts';
import type { FreshDatabase } from '#tests/fresh-database.ts';
import { appRouter } from './router.ts';

// Somebody is removed while their phone, offline, holds what nobody has read yet.

let fresh: FreshDatabase;
beforeAll(async () => {
	fresh = await demoDatabase();
	await fresh.sql`insert into server_epoch (epoch, fingerprint, cursor_key) values (gen_random_uuid(), 'test', 'key')
		on conflict do nothing`;
});
afterAll(() => fresh.close());

const organisationId = demoId('organisation', 1, 1);
const callerOf = createCallerFactory(appRouter);
const as = async (name: string) => callerOf(await requestOf(fresh, name));
const at = async (browser: Browser) => callerOf(await browser.context());

/** On a phone of their own. */
async function signedIn(name: string): Promise<{ browser: Browser; actor: Actor }> {
	const browser = await browserOf(fresh, name);
	return { browser, actor: (await browser.context()).actor! };
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
		await expect(closed()).rejects.toThrow('signed_out');
	expect(await removed.people.me()).toBeNull();
	const items = [deviceOf(another).item('ticket.report', reportBy(another))];
	expect((await removed.sync.push({ items })).results[0]).toMatchObject({ status: 'retry', code: 'signed_out' });

	const mine = { items: [deviceOf(actor).item('ticket.report', reportBy(actor))] };
	await fresh.sql`update person set removed_at = removed_at - interval '91 days' where id = ${actor.personId}`;
	await fresh.sql`update session set revoked_at = revoked_at - interval '91 days' where person_id = ${actor.personId}`;
	await expect((await at(browser)).sync.push(mine)).rejects.toThrow('signed_out');
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
