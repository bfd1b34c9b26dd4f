import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './start/lock.ts';
import { Refusal } from './start/refusal.ts';
import { readSettings } from './start/settings.ts';
import { socketDir } from './start/socket-dir.ts';
import { ownerOf } from './start/unprivileged.ts';

// `npm run demo:reset`: the demo's story from its beginning. Only what the demo itself has made is removed.

async function reset() {
	const { mode, dataDir, databaseUrl } = readSettings(process.env);
	if (mode !== 'demo' || databaseUrl) throw new Refusal('only a demo on the embedded PostgreSQL can be reset.');
	if (!existsSync(dataDir)) return;
	const home = realpathSync(dataDir);
	const data = join(home, 'postgres');
	const unlock = await takeLock(join(socketDir(home, ownerOf(data)), 'lock'), home);
	for (const made of [data, join(home, 'uploads')]) rmSync(made, { recursive: true, force: true });
	unlock();
	console.log(`The demo in ${home} begins anew at the next start.`);
}

await reset().catch((error: Error) => {
	console.error(error instanceof Refusal ? `Nothing was removed: ${error.message}` : error);
	process.exit(1);
});
