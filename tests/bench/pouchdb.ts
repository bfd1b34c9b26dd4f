import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '#lib/sync/protocol.ts';

const folder = new URL('peers/', import.meta.url).pathname;

/** express-pouchdb in a process of its own with these rows as documents. */
export async function startPouchServer(rows: readonly Change[]): Promise<{ port: number; remove(): void }> {
	if (!existsSync(join(folder, 'node_modules'))) spawnSync('npm', ['ci'], { cwd: folder, stdio: 'ignore' });
	const data = mkdtempSync(join(tmpdir(), 'athand-pouchdb-'));
	const documents = join(data, 'documents.json');
	writeFileSync(documents, JSON.stringify(rows.map(({ kind, id, row }) => ({ _id: `${kind}/${id}`, ...Object(row) }))));
	const server = spawn(process.execPath, [join(folder, 'server.cjs'), join(data, 'db'), documents], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const remove = () => {
		server.kill();
		rmSync(data, { recursive: true, force: true });
	};
	const told = await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
	const port = Number(String(told[0]));
	if (server.exitCode !== null || !port) throw new Error('the PouchDB server did not start');
	return { port, remove };
}
