import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { Refusal } from './refusal.ts';

/**
 * One process at a time per data folder. A listening socket, not a file with a number in it: the system lets go of it
 * whatever way the process ends, and a number can belong to somebody else by then.
 */
export async function takeLock(path: string, dataDir: string): Promise<() => void> {
	if (await answers(path)) throw new Refusal(`it is running already on the data in ${dataDir}.`);
	rmSync(path, { force: true });
	const server = createServer((peer) => peer.end());
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
	server.unref();
	return () => server.close();
}

function answers(path: string): Promise<boolean> {
	return new Promise((resolve) => {
		const peer = connect(path);
		peer.once('connect', () => resolve(true)).once('error', () => resolve(false));
		peer.once('connect', () => peer.destroy());
	});
}
