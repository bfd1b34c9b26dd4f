import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from './settings.ts';
import { socketDir } from './socket-dir.ts';
import { ownerOf } from './unprivileged.ts';

/** The owner's connection for commands beside a server: the one of the surroundings, or a running embedded database. */
export function ownerUrl(): string {
	const { databaseUrl, dataDir } = readSettings(process.env);
	const given = process.env.DATABASE_MIGRATE_URL || databaseUrl;
	if (given) return given;
	const home = realpathSync(dataDir);
	const host = encodeURIComponent(socketDir(home, ownerOf(join(home, 'postgres'))));
	return `postgres://athand@localhost/athand?host=${host}`;
}
