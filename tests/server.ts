import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const node = resolve('node_modules/node/bin/node');
const main = resolve('scripts/start/main.ts');

/** The product as it is started by everybody: own port, own PostgreSQL, own data that is thrown away. */
export class Server {
	readonly port: number;
	readonly dataDir: string;
	readonly #env: Record<string, string>;
	#process: ChildProcess | undefined;

	private constructor(port: number, dataDir: string, env: Record<string, string>) {
		this.port = port;
		this.dataDir = dataDir;
		this.#env = env;
	}

	static async start(env: Record<string, string> = {}): Promise<Server> {
		const port = await freePort();
		const server = new Server(port, env.DATA_DIR ?? join(tmpdir(), `athand-server-${port}-${process.pid}`), env);
		await server.start();
		return server;
	}

	get url() {
		return `http://localhost:${this.port}`;
	}

	/** What it printed since the last start. */
	get log() {
		return readFileSync(this.#logFile, 'utf8');
	}

	// By the port and not by the data: two nodes may share a folder.
	get #logFile() {
		return join(tmpdir(), `athand-server-${this.port}-${process.pid}.log`);
	}

	async start(): Promise<void> {
		mkdirSync(tmpdir(), { recursive: true });
		const output = openSync(this.#logFile, 'w');
		const started = spawn(node, ['--disable-warning=ExperimentalWarning', main], {
			// Learning takes a core for minutes; the tests that are about it ask for it.
			env: { ...process.env, ATHAND_ANSWERS: 'off', ...this.#env, PORT: String(this.port), DATA_DIR: this.dataDir },
			stdio: ['ignore', output, output]
		});
		closeSync(output);
		this.#process = started;
		// A build is part of a first start.
		for (const deadline = Date.now() + 180_000; Date.now() < deadline; await sleep(100)) {
			if (started.exitCode !== null) throw new Error(`The server ended: ${this.log}`);
			if (await isReady(this.url)) return;
		}
		throw new Error(`The server is not ready: ${this.log}`);
	}

	/** SIGTERM ends it in order; SIGKILL is the power cut. Data stays for the next `start()`. */
	async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
		const ending = this.#process;
		if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
		const ended = new Promise((done) => ending.once('exit', done));
		ending.kill(signal);
		await ended;
	}

	/** Stops it and throws its data away. */
	async remove(): Promise<void> {
		await this.end();
		rmSync(this.dataDir, { recursive: true, force: true });
		rmSync(this.#logFile, { force: true });
	}
}

const isReady = (url: string) =>
	fetch(`${url}/health`).then(
		(response) => response.ok,
		() => false
	);

export function freePort(): Promise<number> {
	return new Promise((found) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
