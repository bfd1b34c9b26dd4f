// Starts everything in order, in this one process: build, PostgreSQL (unless DATABASE_URL names one), server. The server
// itself migrates and fills the database before it listens (src/lib/server/boot.ts), so that many nodes can do the same.
// Stops in the reverse order: the server lets go of its connections, PostgreSQL ends last.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { buildWhenNeeded } from './build.ts';
import { startCluster, type Cluster } from './cluster.ts';
import { secure } from './headers.ts';
import { refuseTakenPort } from './port.ts';
import { project, readSettings, type Settings } from './settings.ts';

// A second Ctrl-C is impatience; two within this time are one signal that arrived by two ways (terminal and npm).
const sameSignalMs = 1000;
// How long the server may take to let go of requests and connections; a platform's own patience is often 10 s.
const shutdownSeconds = 3;

let cluster: Cluster | undefined;
let stopping: { since: number } | undefined;
let listening = false;

async function start() {
	const settings = readSettings(process.env);
	const dev = process.argv.includes('--dev');
	await refuseTakenPort(settings.host, settings.port);
	if (!dev) await buildWhenNeeded();
	if (!settings.databaseUrl) cluster = await startDatabase(settings);
	Object.assign(process.env, serverEnv(settings));
	if (dev) return serveForDevelopment(settings);

	const { server } = await import(join(project, 'build', 'index.js'));
	listening = true;
	server.prependListener('request', secure);
	server.once('error', fail);
	if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
	welcome(settings);
}

async function startDatabase(settings: Settings): Promise<Cluster> {
	const started = await startCluster(settings.dataDir);
	const sql = postgres({ host: started.socketDir, user: 'athand', database: 'postgres', max: 1 });
	const [found] = await sql`select 1 from pg_database where datname = 'athand'`;
	if (!found) await sql`create database athand`;
	await sql.end();
	return started;
}

const serverEnv = (settings: Settings) => ({
	NODE_ENV: 'production',
	ATHAND_MODE: settings.mode,
	ATHAND_CONTENT: process.env.ATHAND_CONTENT || join(project, 'content'),
	HOST: settings.host,
	PORT: String(settings.port),
	DATA_DIR: settings.dataDir,
	DATABASE_URL: settings.databaseUrl ?? cluster?.url('athand'),
	// Photos come in pieces of at most 4 MB; nothing else is near it.
	BODY_SIZE_LIMIT: process.env.BODY_SIZE_LIMIT || '5M',
	SHUTDOWN_TIMEOUT: String(shutdownSeconds)
});

function serveForDevelopment(settings: Settings) {
	const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
	const child = spawn(process.execPath, [vite, 'dev', '--host', settings.host, '--port', String(settings.port)], {
		cwd: project,
		stdio: 'inherit',
		env: { ...process.env, NODE_ENV: 'development' }
	});
	process.once('exit', () => child.kill());
	child.once('exit', () => end(0));
}

function welcome({ mode, host, port, dataDir, databaseUrl }: Settings) {
	const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
	console.log(`\nAthand is ready: http://${name}:${port}`);
	if (mode === 'demo') console.log('Sign in: open the address and tap one of the people. Nobody in this demo is real.');
	else console.log('Sign in: employee number and PIN or password. The first administrator: npm run admin:create');
	console.log(`Data: ${databaseUrl ? 'the database of DATABASE_URL, files in ' : ''}${dataDir}. Stop: Ctrl-C\n`);
}

async function end(code: number) {
	await cluster?.stop();
	process.exit(code);
}

function fail(error: unknown) {
	if (error instanceof Error && error.name === 'Refusal') console.error(`Athand cannot start: ${error.message}`);
	else console.error(error);
	void end(1);
}

function stop() {
	if (stopping && Date.now() - stopping.since < sameSignalMs) return;
	if (stopping || !listening) return void end(stopping ? 1 : 0);
	stopping = { since: Date.now() };
	// The server heard the signal too, closes, says so, and lets go of the database in answer to it.
	void Promise.race([serverClosed, sleep((shutdownSeconds + 2) * 1000, undefined, { ref: false })]).then(() => end(0));
}

const serverClosed = new Promise<void>((resolve) => {
	process.once('sveltekit:shutdown' as 'exit', () => process.once('beforeExit', () => resolve()));
});

process.on('SIGINT', stop).on('SIGTERM', stop);
process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
// The process above was killed; nobody is left to send a signal.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.on('uncaughtException', fail);
process.channel?.unref();

await start().catch(fail);
