import { createHash } from 'node:crypto';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/roles.ts';
import { openDisk } from './disk.ts';
import { offsetOf, openUploads, someBytes, tusOver } from './fixtures.ts';

let uploads: Awaited<ReturnType<typeof openUploads>>;
let mette: Actor;
const started = new Set<ChildProcess>();
beforeAll(async () => {
	uploads = await openUploads();
	mette = uploads.scene.mette;
});
afterAll(async () => {
	for (const child of started) child.kill('SIGKILL');
	await uploads.close();
});

async function node() {
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', resolve('tests/upload-server.ts')], {
		env: { ...process.env, DATABASE_URL: uploads.url, DATA_DIR: uploads.dataDir, ACTOR: JSON.stringify(mette) },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	started.add(child);
	const [port] = await once(child.stdout, 'data');
	const wire = tusOver(async (request, id) => {
		const { method, headers } = request;
		const body = method === 'PATCH' ? await request.arrayBuffer() : undefined;
		return fetch(`http://127.0.0.1:${String(port).trim()}/${id}`, { method, headers, body });
	});
	return {
		wire,
		async kill() {
			child.kill('SIGKILL');
			await once(child, 'exit');
			started.delete(child);
		}
	};
}

const bytes = someBytes(12_000_000, 3);

async function expectLarge(): Promise<string> {
	const id = await uploads.announced(mette, someBytes(100));
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	await uploads.sql`update upload set size = ${bytes.length}, sha256 = ${sha256} where file_id = ${id}`;
	return id;
}

it(
	'[AT24] loses no committed byte when nodes are killed in the middle, again and again',
	{ timeout: 90_000 },
	async () => {
		const id = await expectLarge();
		let committed = 0;
		let kills = 0;
		for (let state = ''; state !== 'verified';) {
			const { wire, kill } = await node();
			const now = await wire.head(id);
			expect(offsetOf(now)).toBeGreaterThanOrEqual(committed);
			committed = offsetOf(now);
			state = now.headers.get('Upload-State')!;
			const sending = wire.rest(id, bytes, 300_000).catch(() => null);
			// Somewhere in a chunk: after as many as are new, at a moment that nobody chose.
			for (const goal = committed + 1_500_000; committed < Math.min(goal, bytes.length);)
				committed = Number((await uploads.row(id)).verified_offset);
			await kill();
			await sending;
			kills += 1;
		}
		expect(kills).toBeGreaterThan(4);
		const whole = join(uploads.dataDir, 'uploads', mette.organisationId, 'whole', id);
		expect(Buffer.compare(readFileSync(whole), bytes)).toBe(0);
	}
);

it('[AT25] lets two nodes write one file without harm', { timeout: 60_000 }, async () => {
	const id = await expectLarge();
	const nodes = await Promise.all([node(), node()]);
	let state = '';
	while (state !== 'verified') {
		await Promise.all(nodes.map(({ wire }) => wire.rest(id, bytes, 500_000)));
		state = (await nodes[0]!.wire.head(id)).headers.get('Upload-State')!;
	}
	const whole = join(uploads.dataDir, 'uploads', mette.organisationId, 'whole', id);
	expect(Buffer.compare(readFileSync(whole), bytes)).toBe(0);
	await Promise.all(nodes.map(({ kill }) => kill()));
});

const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount();

it.skipIf(!mayMount)(
	'[AT26] says that it is full, keeps what it has, and goes on when there is space again',
	async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'athand-full-'));
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', dataDir]);
		try {
			const ballast = join(dataDir, 'ballast');
			mkdirSync(join(dataDir, 'uploads'));
			writeFileSync(ballast, Buffer.alloc(2_500_000));
			const photo = bytes.slice(0, 3_000_000);
			const id = await uploads.announced(mette, photo);
			const wire = uploads.wire(mette, { disk: openDisk(dataDir) });
			const full = await wire.rest(id, photo, 500_000);
			expect([full.status, full.headers.get('Upload-Code')]).toEqual([507, 'server_storage_full']);
			expect(full.headers.get('Retry-After')).toBe('60');
			expect(offsetOf(await wire.head(id))).toBe(1_500_000);
			rmSync(ballast);
			expect((await wire.rest(id, photo, 500_000)).headers.get('Upload-State')).toBe('verified');
			const whole = join(dataDir, 'uploads', mette.organisationId, 'whole', id);
			expect(Buffer.compare(readFileSync(whole), photo)).toBe(0);
		} finally {
			execFileSync('umount', [dataDir]);
			rmSync(dataDir, { recursive: true });
		}
	}
);

/** Containers often forbid it even to root. */
function canMount(): boolean {
	const dir = mkdtempSync(join(tmpdir(), 'athand-mount-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', dir], { stdio: 'ignore' });
		execFileSync('umount', [dir]);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
