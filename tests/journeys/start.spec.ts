import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '#tests/fixtures.ts';
import { Server } from '#tests/server.ts';

const run = (script: string, env: Record<string, string>) =>
	spawnSync('node', [resolve(script)], { env: { ...process.env, ...env }, encoding: 'utf8', timeout: 60_000 });

test('what is wrong is said in one line, and the start ends with 1', ({ server }) => {
	const port = String(server.port);
	for (const [env, line] of [
		[{ PORT: port }, `port ${port} is taken`],
		[{ PORT: '4199', DATA_DIR: server.dataDir }, 'running already'],
		[{ PORT: '4199', DATABASE_URL: 'postgres://x:secret@127.0.0.1:1/none' }, 'does not answer'],
		[{ PORT: '4199', DATABASE_URL: 'nonsense' }, 'DATABASE_URL is not of the form'],
		[{ PORT: '4199', ATHAND_MODE: 'live' }, 'demo or production']
	] as const) {
		const { status, stderr } = run('scripts/start.mjs', env);
		expect(status, stderr).toBe(1);
		expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`Athand cannot start: `)]);
		expect(stderr).toContain(line);
		expect(stderr).not.toContain('secret');
	}
});

test('in production nobody signs in as an invented person', async ({ server: demo }) => {
	test.setTimeout(200_000);
	const server = await Server.start({ ATHAND_MODE: 'production' });
	const people = (url: string) => fetch(`${url}/api/trpc/people.demoPeople`).then(({ status }) => status);
	expect(await people(demo.url)).toBe(200);
	expect(await people(server.url)).toBe(404);
	const answer = await fetch(`${server.url}/api/trpc/people.demoSignIn`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: server.url },
		body: JSON.stringify({ personId: '019aa000-0000-7000-8000-000000000001' })
	});
	expect(answer.status).toBe(404);
	expect(answer.headers.get('set-cookie')).toBeNull();
	await server.remove();
});

test('the demo keeps its data until it is reset, and is not reset while it runs', async () => {
	test.setTimeout(200_000);
	const server = await Server.start({ ATHAND_MODE: 'demo' });
	const env = { DATA_DIR: server.dataDir, ATHAND_MODE: 'demo' };
	expect(run('scripts/demo-reset.ts', env).stderr).toContain('running already');
	await server.end();
	expect(run('scripts/demo-reset.ts', env).stdout).toContain('begins anew');
	await server.start();
	await server.remove();
});
