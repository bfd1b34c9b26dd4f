import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.ts';
import { mayEnter, ownerOf } from './unprivileged.ts';

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where root keeps what cannot lie in a folder closed to PostgreSQL's user. */
export const stateDir = '/var/lib/athand';

export type Settings = {
	mode: 'demo' | 'production';
	host: string;
	port: number;
	dataDir: string;
	/** Absent: the embedded PostgreSQL. */
	databaseUrl?: string;
};

export function readSettings(env: NodeJS.ProcessEnv): Settings {
	const databaseUrl = env.DATABASE_URL || undefined;
	const mode = env.ATHAND_MODE || (databaseUrl ? 'production' : 'demo');
	if (mode !== 'demo' && mode !== 'production')
		throw new Refusal(`ATHAND_MODE is "${mode}"; it can be demo or production.`);

	const port = Number(env.PORT || 3000);
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Refusal(`PORT is "${env.PORT}"; it must be a number from 1 to 65535.`);

	// Anybody can be anyone in a demo, so it is only for this machine unless someone says otherwise.
	const host = env.HOST || (mode === 'demo' ? '127.0.0.1' : '0.0.0.0');
	const dataDir = env.DATA_DIR ? resolve(env.DATA_DIR) : defaultDataDir(Boolean(databaseUrl));
	return { mode, host, port, dataDir, databaseUrl };
}

function defaultDataDir(hasOwnDatabase: boolean): string {
	const inside = join(project, 'data');
	if (hasOwnDatabase || mayEnter(project, ownerOf(join(inside, 'postgres')))) return inside;
	return join(stateDir, `${basename(project)}-${shortHash(project)}`);
}

/** Tells two folders apart in places where their whole path does not fit. */
export const shortHash = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12);
