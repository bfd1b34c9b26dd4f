import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { ATHAND_CONTENT, ATHAND_MODE, DATABASE_MIGRATE_URL, DATABASE_URL, DATA_DIR } from '$app/env/private';
import { firstData } from '#lib/app/server/first-data.ts';
import { keepForgetting } from '#lib/assistant/server/forget.ts';
import { actorOf } from '#lib/people/server/sign-in/hook.ts';
import { keepSealing } from '#lib/server/audit-seal.ts';
import { boot, theNode } from '#lib/server/boot.ts';
import { log } from '#lib/server/log.ts';
import { openDisk } from '#lib/server/media/disk.ts';
import { keepPublishing } from '#lib/server/media/work.ts';

export const init: ServerInit = async () => {
	if (building) return;
	const settings = {
		mode: ATHAND_MODE,
		databaseUrl: DATABASE_URL,
		migrateUrl: DATABASE_MIGRATE_URL,
		dataDir: DATA_DIR,
		contentDir: ATHAND_CONTENT
	};
	await boot(settings, firstData);
	const { database, stopping } = theNode();
	void keepSealing(database, stopping);
	void keepForgetting(database, stopping);
	void keepPublishing({ database, disk: openDisk(DATA_DIR) }, DATA_DIR, stopping);
};

export const handle: Handle = async ({ event, resolve }) => {
	// Pages are the same for everybody; while they are prerendered there is no database.
	event.locals.actor = building ? null : await actorOf(event, theNode().database);
	return resolve(event);
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
	// What we throw on purpose and what nobody serves is not a fault.
	if (kind !== 'unknown') return;
	const id = crypto.randomUUID();
	log.error({ err: error, id, route: event.route.id }, 'request failed');
	return { id };
};
