import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordChange } from '#lib/server/change-log.ts';
import { connect } from '#lib/server/connection.ts';
import { openDatabase } from '#lib/server/db.ts';
import { openChangeFeed } from '#lib/server/listen.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { openScene, type Scene } from './fixtures.ts';
import { pullNow } from './live.ts';
import { departmentScope, organisationScope, scopesOf } from './scopes.ts';

let fresh: FreshDatabase;
let scene: Scene;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
});
afterAll(() => fresh.close());

const change = (scopes: string[]) => ({
	organisationId: scene.organisationId,
	kind: 'ticket' as const,
	rowId: scene.mette.personId,
	scopes
});

it('[LV1] what one node commits, the streams of the other are told, and only those whom it concerns', async () => {
	const [nodeA, listenerB] = [openDatabase(fresh.url), connect(fresh.url, { max: 1 })];
	const feedB = await openChangeFeed(listenerB);
	const stop = new AbortController();
	const [mette, sofie] = [scene.mette, scene.sofie].map((actor) => pullNow(feedB, scopesOf(actor), stop.signal));
	for (const stream of [mette!, sofie!]) expect((await stream.next()).value).toBe('pull');

	const [told, notTold] = [mette!.next(), sofie!.next()];
	await nodeA.withActor(scene.mette, (tx) => recordChange(tx, change([departmentScope(scene.shop)])));
	expect((await told).value).toBe('pull');
	const everybody = mette!.next();
	expect(await Promise.race([notTold.then(() => 'told'), Promise.resolve('quiet')])).toBe('quiet');
	await nodeA.withActor(scene.mette, (tx) => recordChange(tx, change([organisationScope(scene.organisationId)])));
	expect((await notTold).value).toBe('pull');
	expect((await everybody).value).toBe('pull');

	const last = mette!.next();
	stop.abort();
	expect(await last).toEqual({ done: true, value: undefined });
	await Promise.all([nodeA.close(), listenerB.end()]);
});

it('[LV2] what happens before the stream listens is not lost: the first word is to look', async () => {
	const listener = connect(fresh.url, { max: 1 });
	const feed = await openChangeFeed(listener);
	const stream = pullNow(feed, [organisationScope(scene.organisationId)], new AbortController().signal);
	expect((await stream.next()).value).toBe('pull');
	await stream.return(undefined);
	await listener.end();
});
