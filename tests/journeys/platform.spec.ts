import { expect, test } from '#tests/fixtures.ts';

test('every answer carries the headers that keep other sites out', async ({ server }) => {
	for (const path of ['/', '/shell', '/health', '/service-worker.js', '/no-such-page', '/api/trpc/none']) {
		const { headers } = await fetch(server.url + path, { headers: { 'x-forwarded-proto': 'https' } });
		expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('strict-transport-security'), path).toContain('max-age=');
		expect(headers.get('permissions-policy'), path).toContain('camera=(self)');
	}
	const plain = await fetch(server.url);
	expect(plain.headers.get('strict-transport-security')).toBeNull();
});

test('a page of another site cannot call the API, in whatever way it tries', async ({ server }) => {
	const call = (headers: Record<string, string>) =>
		fetch(`${server.url}/api/trpc/none`, { method: 'POST', headers, body: '{}' }).then(({ status }) => status);
	const json = 'application/json';

	expect(await call({ 'content-type': json, origin: 'https://evil.example' })).toBe(403);
	expect(await call({ 'content-type': json, origin: 'null' })).toBe(403);
	expect(await call({ 'content-type': json, origin: server.url, 'sec-fetch-site': 'cross-site' })).toBe(403);
	expect(await call({ 'content-type': json, origin: server.url, 'sec-fetch-site': 'same-site' })).toBe(403);
	expect(await call({ 'content-type': json })).toBe(403);
	for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
		expect(await call({ 'content-type': type, origin: server.url }), type).toBeGreaterThanOrEqual(403);
	expect(await call({ 'content-type': json, origin: server.url })).toBe(404);
});

test('a device of these tests keeps what it stored through a crash, and its network can be cut', async ({ phone }) => {
	await phone.page.goto('/health');
	await phone.page.evaluate(async () => {
		const folder = await navigator.storage.getDirectory();
		const file = await (await folder.getFileHandle('kept', { create: true })).createWritable();
		await file.write('kept');
		await file.close();
	});
	const page = await phone.crash('/health');
	expect(
		await page.evaluate(async () => (await (await navigator.storage.getDirectory()).getFileHandle('kept')).name)
	).toBe('kept');

	const reaches = () =>
		page.evaluate(() =>
			fetch('/health').then(
				({ ok }) => ok,
				() => false
			)
		);
	expect(await reaches()).toBe(true);
	await phone.goOffline();
	expect(await reaches()).toBe(false);
	await phone.goOnline();
	expect(await reaches()).toBe(true);
});

test('killed in the middle, the server starts again on the same data', async ({ server }) => {
	await server.end('SIGKILL');
	await server.start();
	expect((await fetch(`${server.url}/health`)).status).toBe(200);
});
