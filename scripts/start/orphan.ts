import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { socketName } from './socket-dir.ts';

/**
 * After `kill -9` of everything but PostgreSQL it goes on by itself, in its own process group. Whoever holds the lock
 * of the data ends it, so that there is one owner again. Leftovers of a dead one are removed: their number may by now
 * be another process, and PostgreSQL would then refuse to start.
 */
export async function endOrphan(cluster: string, sockets: string): Promise<void> {
	const pid = postmasterPid(cluster);
	if (pid && worksIn(pid, cluster)) {
		process.kill(pid, 'SIGINT');
		for (let tries = 0; worksIn(pid, cluster); tries++) {
			if (tries === 100) process.kill(pid, 'SIGQUIT');
			await sleep(50);
		}
	}
	for (const leftover of [
		join(cluster, 'postmaster.pid'),
		join(sockets, socketName),
		join(sockets, `${socketName}.lock`)
	])
		rmSync(leftover, { force: true });
}

function postmasterPid(cluster: string): number | null {
	try {
		return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) || null;
	} catch {
		return null;
	}
}

/** A postmaster's working directory is its data; without /proc (macOS) the number in the file must do. */
function worksIn(pid: number, cluster: string): boolean {
	try {
		process.kill(pid, 0);
	} catch {
		return false;
	}
	if (process.platform !== 'linux') return true;
	try {
		return readlinkSync(`/proc/${pid}/cwd`) === cluster;
	} catch {
		return false;
	}
}
