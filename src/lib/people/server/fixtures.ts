// A filled demo and requests against it, for tests: the real routers on a real database.

import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/domain/roles.ts';
import type { Settings } from '#lib/server/boot.ts';
import { demoId } from '#lib/server/demo-id.ts';
import { openOwner } from '#lib/server/db.ts';
import { createCallerFactory, type Context } from '#lib/server/trpc.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { fillDemoPeople } from './demo/fill.ts';
import { demoPeople, demoPersonId } from './demo/people.ts';
import { enter } from './sign-in/enter.ts';
import { actorOf, leaverOf, mayHandIn } from './sign-in/hook.ts';
import { signInRouter } from './sign-in/router.ts';

const settings = (mode: Settings['mode']): Settings => ({
	mode,
	databaseUrl: undefined,
	migrateUrl: undefined,
	dataDir: '',
	contentDir: ''
});

export async function demoDatabase(): Promise<FreshDatabase> {
	const fresh = await freshDatabase();
	const owner = openOwner(fresh.url);
	await fillDemoPeople({ settings: settings('demo'), owner: owner.db, database: fresh.database });
	await owner.close();
	return fresh;
}

/** A browser with its own cookies, as far as the server can tell. */
export class Browser {
	readonly cookies = new Map<string, string>();
	constructor(
		readonly fresh: FreshDatabase,
		readonly mode: Settings['mode'] = 'production',
		readonly address = '192.0.2.1',
		readonly origin = 'https://athand.test'
	) {}

	get event(): RequestEvent {
		const jar: Partial<Cookies> = {
			get: (name) => this.cookies.get(name),
			set: (name, value) => void this.cookies.set(name, value),
			delete: (name) => void this.cookies.delete(name)
		};
		return {
			cookies: jar,
			request: new Request('http://athand.test/api/trpc', { headers: { origin: this.origin, 'user-agent': 'Test' } }),
			getClientAddress: () => this.address
		} as unknown as RequestEvent;
	}

	async context(): Promise<Context> {
		const { database } = this.fresh;
		const { event } = this;
		const actor = await actorOf(event, database);
		const leaver = () => leaverOf(event, database);
		return {
			database,
			settings: settings(this.mode),
			actor,
			leaver,
			mayHandIn: (by: Actor) => mayHandIn(database, by),
			event
		} as Context;
	}

	/** One request to sign-in's own procedures. */
	people = async () => createCallerFactory(signInRouter)(await this.context());
}

/** A browser of their own in which somebody of the demo is signed in. */
export async function browserOf(fresh: FreshDatabase, name: string): Promise<Browser> {
	const browser = new Browser(fresh, 'demo');
	const face = demoPeople.find((person) => person.name === name);
	if (!face) throw new Error(`${name} is not in the demo`);
	await enter(fresh.database, browser.event, {
		personId: demoPersonId(face),
		organisationId: demoId('organisation', face.organisation, 1)
	});
	return browser;
}

/** A request of somebody of the demo who is signed in: `createCallerFactory(router)(await requestOf(…))`. */
export const requestOf = async (fresh: FreshDatabase, name: string): Promise<Context> =>
	(await browserOf(fresh, name)).context();
