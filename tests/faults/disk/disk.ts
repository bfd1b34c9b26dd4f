import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Device } from '#tests/device.ts';
import { Server } from '#tests/server.ts';
import type { Found } from '../simulate.ts';
import type { Verdict } from '../invariants.ts';
import { run, type Chance } from './run.ts';
import { runOnSmallDisk, SmallDisk } from './small-disk.ts';

/** The program again, on a small disk; its exit code. */
export function elsewhere(args: readonly string[]): number {
	const folder = mkdtempSync(join(tmpdir(), 'athand-small-'));
	try {
		const code = runOnSmallDisk(folder, [...args, '--folder', folder]);
		if (code !== null) return code;
		console.error('Not run: this machine allows neither `mount -t tmpfs` in a namespace (root) nor `unshare -rm`.');
		return 2;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Real Chromium against the production build, one phone after the other, until one goes wrong. */
export async function onSmallDisk(options: { runs: number; seed: number; folder: string }): Promise<Found> {
	const verdict: Verdict = { lost: [], doubled: [], gaps: [], stuck: [] };
	const server = await Server.start({ ATHAND_MODE: 'demo', LOG_LEVEL: 'warn' });
	const disk = new SmallDisk(options.folder);
	try {
		for (let n = 0; n < options.runs; n += 1) {
			const seed = options.seed + n;
			console.log(`phone ${seed}`);
			const kind = { viewport: { width: 360, height: 640 }, isMobile: true, locale: 'da-DK' };
			const device = await Device.make(kind, () => server.port, disk.profile);
			const say = (line: string) => console.log(`  ${line}`);
			const found = await run({ device, disk, dataDir: server.dataDir }, chanceOf(seed), say).finally(() =>
				device.remove()
			);
			disk.empty();
			for (const name of ['lost', 'doubled', 'gaps', 'stuck'] as const) verdict[name].push(...found[name]);
		}
		return { runs: options.runs, seed: options.seed, verdict, schedule: null };
	} finally {
		await server.remove();
	}
}

/** mulberry32: the same seed is the same life. */
function chanceOf(seed: number): Chance {
	let state = seed;
	return (n) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
	};
}
