// The embedded PostgreSQL: made once, started and stopped with Athand. It listens on a socket in a private folder, on
// no port. It has a process group of its own, so that Ctrl-C does not take it away under a server that is still writing.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	chownSync,
	existsSync,
	mkdirSync,
	openSync,
	closeSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { binaries } from './binaries.ts';
import { takeLock } from './lock.ts';
import { endOrphan } from './orphan.ts';
import { Refusal } from './refusal.ts';
import { socketDir } from './socket-dir.ts';
import { ownerOf, type Owner } from './unprivileged.ts';

export type Cluster = { socketDir: string; url(database: string): string; stop(): Promise<void> };

const user = 'athand';
// What the machine calls its language must not decide how text is stored and sorted.
const cleanEnv = { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };

export async function startCluster(dataDir: string, settings: Record<string, string> = {}): Promise<Cluster> {
	mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
	const home = realpathSync(dataDir);
	const data = join(home, 'postgres');
	const owner = ownerOf(data);
	if (!mayTraverse(home, owner)) throw new Refusal(`PostgreSQL's user may not enter ${home}. Set another DATA_DIR.`);

	const sockets = socketDir(home, owner);
	const unlock = await takeLock(join(sockets, 'lock'), home);
	const native = binaries(owner);
	if (!existsSync(data)) create(native, data, owner, settings.fsync === 'off' ? ['--no-sync'] : []);
	refuseOtherVersion(native, data);
	await endOrphan(data, sockets);

	const log = join(home, 'postgres.log');
	const server = run(native, data, owner, log, { ...settings, listen_addresses: '', unix_socket_directories: sockets });
	await ready(server, sockets, log);

	return {
		socketDir: sockets,
		url: (database) => `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(sockets)}`,
		async stop() {
			await stop(server);
			unlock();
		}
	};
}

// To pass through is enough: what lies inside has owners of its own.
const mayTraverse = (dir: string, owner: Owner) =>
	spawnSync('/bin/sh', ['-c', 'test -x "$0"', dir], { ...owner, cwd: '/' }).status === 0;

/** Made under another name first: a folder called `postgres` is always a whole one. */
function create(native: string, data: string, owner: Owner, options: string[]) {
	const unfinished = `${data}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { mode: 0o700 });
	if (owner.uid !== undefined && owner.gid !== undefined) chownSync(unfinished, owner.uid, owner.gid);
	const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C'];
	const made = spawnSync(
		join(native, 'bin', 'initdb'),
		['-D', unfinished, '-U', user, ...locale, '--auth=trust', '--no-instructions', ...options],
		{ ...owner, cwd: unfinished, env: cleanEnv, encoding: 'utf8' }
	);
	if (made.status !== 0) throw new Refusal(`initdb: ${lastLine(made.stderr) || made.error?.message}`);
	renameSync(unfinished, data);
}

function refuseOtherVersion(native: string, data: string) {
	const kept = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
	const asked = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8', env: cleanEnv });
	const ours = /(\d+)\./.exec(asked.stdout)?.[1];
	if (kept !== ours) throw new Refusal(`the data in ${data} is of PostgreSQL ${kept}, this is ${ours ?? 'unusable'}.`);
}

function run(native: string, data: string, owner: Owner, log: string, settings: Record<string, string>): ChildProcess {
	const output = openSync(log, 'w');
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const server = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...options], {
		...owner,
		cwd: data,
		env: cleanEnv,
		detached: true,
		stdio: ['ignore', output, output]
	});
	closeSync(output);
	server.unref();
	return server;
}

async function ready(server: ChildProcess, sockets: string, log: string) {
	let failed = false;
	server.once('error', () => (failed = true)).once('exit', () => (failed = true));
	const sql = postgres({ host: sockets, user, database: 'postgres', max: 1, onnotice: () => {} });
	try {
		// Recovery after a crash can take a while; a process that ended does not come back.
		for (const deadline = Date.now() + 60_000; Date.now() < deadline && !failed; await sleep(50))
			if (
				await sql`select 1`.then(
					() => true,
					() => false
				)
			)
				return;
		throw new Refusal(`PostgreSQL did not start: ${lastLine(readFileSync(log, 'utf8'))} (all of it: ${log})`);
	} finally {
		await sql.end({ timeout: 1 });
	}
}

async function stop(server: ChildProcess) {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = new Promise((resolve) => server.once('exit', resolve));
	server.ref();
	server.kill('SIGINT');
	const impatient = setTimeout(() => server.kill('SIGQUIT'), 10_000);
	await ended;
	clearTimeout(impatient);
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';
