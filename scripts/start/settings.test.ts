import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refuseTakenPort } from './port.ts';
import { project, readSettings } from './settings.ts';

it('is a demo for this machine only, unless a database is named', () => {
	expect(readSettings({})).toMatchObject({ mode: 'demo', host: '127.0.0.1', port: 3000 });
	expect(readSettings({ HOST: '0.0.0.0' })).toMatchObject({ mode: 'demo', host: '0.0.0.0' });
	const databaseUrl = 'postgres://x@db/athand';
	expect(readSettings({ DATABASE_URL: databaseUrl })).toMatchObject({
		mode: 'production',
		host: '0.0.0.0',
		databaseUrl
	});
	expect(readSettings({ DATABASE_URL: databaseUrl, ATHAND_MODE: 'demo' })).toMatchObject({ host: '127.0.0.1' });
});

it('keeps its data in the project, or where DATA_DIR says', () => {
	expect(readSettings({ DATABASE_URL: 'postgres://x@db/athand' }).dataDir).toBe(join(project, 'data'));
	expect(readSettings({ DATA_DIR: '/somewhere' }).dataDir).toBe('/somewhere');
});

it.each([{ PORT: 'http' }, { PORT: '0' }, { PORT: '70000' }, { ATHAND_MODE: 'prod' }])(
	'refuses %o in one line',
	(env) => {
		expect(() => readSettings(env)).toThrow(/^(PORT|ATHAND_MODE) is "/);
	}
);

it('says which port is taken, and what to do', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await new Promise((listening) => other.once('listening', listening));
	const { port } = other.address() as { port: number };
	await expect(refuseTakenPort('127.0.0.1', port)).rejects.toThrow(`port ${port} is taken`);
	other.close();
	await expect(refuseTakenPort('192.0.2.1', 3000)).rejects.toThrow('no address of this machine');
});
