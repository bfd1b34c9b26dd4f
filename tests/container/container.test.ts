import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

// Containers cannot be run everywhere the tests run: these read the files as strictly as reading allows.

it('the Dockerfile passes its linter', () => {
	const report = execFileSync('node_modules/.bin/dockerfilelint', ['--output', 'json', 'Dockerfile'], {
		encoding: 'utf8'
	});
	expect(JSON.parse(report)).toMatchObject({ totalIssues: 0 });
});

it('the server in the image is an ordinary user, and is watched', () => {
	const lines = readFileSync('Dockerfile', 'utf8').split('\n');
	expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER node');
	expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
});

it('compose: a TLS proxy is the only way in, and no password stands in the file', () => {
	const { services, volumes } = parse(readFileSync('compose.yaml', 'utf8'));
	expect(Object.keys(services).toSorted()).toEqual(['app', 'database', 'proxy']);
	expect(Object.entries<{ ports?: string[] }>(services).filter(([, { ports }]) => ports)).toMatchObject([
		['proxy', {}]
	]);
	expect(services.proxy.ports).toContain('443:443');
	expect(services.app.environment).toMatchObject({ ATHAND_MODE: 'production', PROTOCOL_HEADER: 'x-forwarded-proto' });
	expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
	const mounted = Object.values<{ volumes?: string[] }>(services).flatMap(({ volumes = [] }) =>
		volumes.map((v) => v.split(':')[0])
	);
	expect(Object.keys(volumes).toSorted()).toEqual([...new Set(mounted)].toSorted());
});
