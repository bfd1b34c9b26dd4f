// What happens between the start of a node and its first request: check the database, migrate, fill it. Everything here
// is safe to run on many nodes at once and again at every start. The node listens only when it is done, so that
// /health never answers for a half-made database.

import { connect } from './connection.ts';
import { checkDatabase, checkRole } from './check-database.ts';
import { openDatabase, openOwner, type Database, type Db } from './db.ts';
import { inTurn } from './in-turn.ts';
import { openChangeFeed, type ChangeFeed } from './listen.ts';
import { log } from './log.ts';
import { migrate } from './migrate.ts';
import { Refusal } from './refusal.ts';

export type Settings = {
	mode: 'demo' | 'production';
	databaseUrl: string | undefined;
	migrateUrl: string | undefined;
	dataDir: string;
	contentDir: string;
};

export type Node = {
	settings: Settings;
	database: Database;
	changes: ChangeFeed;
	/** Aborts when the node is told to stop: open streams end, so that they do not hold the exit. */
	stopping: AbortSignal;
};

/** Work of the nouns on a migrated database, in order; `owner` passes the walls. See `app/server/first-data.ts`. */
export type FirstData = (context: { settings: Settings; owner: Db; database: Database }) => Promise<void>;

let node: Node | undefined;

export function theNode(): Node {
	if (!node) throw new Error('The node has not started');
	return node;
}

export async function boot(settings: Settings, firstData: FirstData[]): Promise<void> {
	node = await open(settings, firstData);
}

async function open(settings: Settings, firstData: FirstData[]): Promise<Node> {
	const { databaseUrl, migrateUrl } = settings;
	if (!databaseUrl) throw new Refusal('DATABASE_URL is not set. `npm start` brings a database of its own.');
	const owner = openOwner(migrateUrl ?? databaseUrl);
	const database = openDatabase(databaseUrl);
	const listener = connect(databaseUrl, { max: 1 });
	const stop = new AbortController();
	const close = () => Promise.all([owner.close(), database.close(), listener.end({ timeout: 1 })]);
	try {
		await checkDatabase(owner.client);
		await inTurn(owner.client, async () => {
			await migrate(owner.client);
			await checkRole(database.client);
			for (const fill of firstData) await fill({ settings, owner: owner.db, database });
		});
		await owner.close();
		const changes = await openChangeFeed(listener);

		for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop.abort());
		process.once('sveltekit:shutdown' as 'exit', () => void close());
		log.info({ mode: settings.mode }, 'ready');
		return { settings, database, changes, stopping: stop.signal };
	} catch (error) {
		await close();
		throw error;
	}
}
