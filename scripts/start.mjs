// The door of the house: runs on whatever Node called npm (20 or newer), says in one line what is missing, and hands
// over to the Node that this project pins. Nothing here may use syntax or modules that only the pinned Node has.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const pinned = `${project}node_modules/node/bin/node`;
const main = `${project}scripts/start/main.ts`;
const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** @param {string} line */
function refuse(line) {
	console.error(`Athand cannot start: ${line}`);
	process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) refuse(`Node 20 or newer is needed, this is ${process.version}.`);
if (!supported.includes(`${process.platform}-${process.arch}`))
	refuse(
		`there are no binaries for ${process.platform} on ${process.arch}. Use Docker (compose.yaml), or WSL on Windows.`
	);
if (!existsSync(pinned)) refuse('its parts are not installed. Run `npm ci` first (without --ignore-scripts).');

const tried = spawnSync(pinned, ['--version'], { encoding: 'utf8' });
if (tried.stderr?.includes('libatomic'))
	refuse('the system lacks libatomic.so.1. Debian and Ubuntu: apt-get install libatomic1');
if (tried.status !== 0)
	refuse(`its Node does not run here: ${(tried.stderr || String(tried.error)).trim().split('\n')[0]}`);

// The IPC channel is a lifeline: when this process is killed, the one below notices and stops in order.
const child = spawn(pinned, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
	stdio: ['inherit', 'inherit', 'inherit', 'ipc']
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
	process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
