import { spawnSync } from 'node:child_process';
import {
	closeSync,
	ftruncateSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statfsSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';

type Preferences = { profile?: { content_settings?: { exceptions?: object } } };

/**
 * A disk that is full when a test wants it to be: a small file system in memory, seen by this process and its children
 * only. It is gone when they have ended.
 */
export class SmallDisk {
	static readonly bytes = 100_000_000;
	readonly profile: string;
	readonly #ballast: string;

	constructor(folder: string) {
		this.profile = join(folder, 'profile');
		this.#ballast = join(folder, 'ballast');
	}

	get free(): number {
		const { bavail, bsize } = statfsSync(join(this.profile, '..'));
		return bavail * bsize;
	}

	/** Until so many bytes are free; a few blocks less, should somebody else write at the same time. */
	fill(leave: number): void {
		const file = openSync(this.#ballast, 'a');
		const block = Buffer.alloc(65_536);
		try {
			while (this.free > leave) writeSync(file, block, 0, Math.min(block.length, this.free - leave));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
		} finally {
			closeSync(file);
		}
	}

	makeRoom(): void {
		const file = openSync(this.#ballast, 'w');
		ftruncateSync(file, 0);
		closeSync(file);
	}

	/**
	 * As an installed app has it: the browser keeps what it asked to keep. What it has not promised to keep, it may throw
	 * away on a full disk, copies and all, while the app is in use. (Allowed over the debugging protocol, pages are told
	 * yes and the storage does not hear of it.)
	 */
	installed(origin: string): void {
		const file = join(this.profile, 'Default', 'Preferences');
		const kept = JSON.parse(readFileSync(file, 'utf8')) as Preferences;
		const allowed = { [`${origin},*`]: { setting: 1 } };
		const exceptions = { ...kept.profile?.content_settings?.exceptions, durable_storage: allowed };
		const profile = { ...kept.profile, content_settings: { ...kept.profile?.content_settings, exceptions } };
		writeFileSync(file, JSON.stringify({ ...kept, profile }));
	}

	/** As new. */
	empty(): void {
		const folder = join(this.profile, '..');
		for (const name of readdirSync(folder))
			rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
	}
}

/**
 * Runs this program again where it has a small disk at `folder`; answers its exit code, or null where the machine
 * allows none. Root may mount in a namespace of its own; everybody else becomes root of a namespace, mounts, and turns
 * back into themselves, because PostgreSQL refuses to run as root.
 */
export function runOnSmallDisk(folder: string, program: readonly string[]): number | null {
	const mount = `mount -t tmpfs -o size=${SmallDisk.bytes},mode=1777 tmpfs "$0"`;
	const isRoot = process.getuid?.() === 0;
	const back = isRoot ? '' : `unshare --user --map-user=${process.getuid?.()} --map-group=${process.getgid?.()} `;
	const mine = ['unshare', ...(isRoot ? ['-m'] : ['-rm']), 'sh', '-c'];
	const [command = '', ...args] = mine;
	if (spawnSync(command, [...args, mount, folder], { stdio: 'ignore' }).status !== 0) return null;
	const run = [`${mount} && exec ${back}"$@"`, folder, process.execPath, ...program];
	return spawnSync(command, [...args, ...run], { stdio: 'inherit' }).status ?? 1;
}
