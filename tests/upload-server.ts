// A node's uploads and nothing else, as a process of its own, so that a test can kill it: node upload-server.ts with
// DATABASE_URL, DATA_DIR and the actor as JSON. Prints its port.

import { createServer } from 'node:http';
import type { Actor } from '#lib/domain/roles.ts';
import { openDatabase } from '#lib/server/db.ts';
import { openDisk } from '#lib/server/media/disk.ts';
import { answer } from '#lib/server/media/wire.ts';

const { DATABASE_URL, DATA_DIR, ACTOR } = process.env;
if (!DATABASE_URL || !DATA_DIR || !ACTOR) throw new Error('DATABASE_URL, DATA_DIR and ACTOR');
const actor: Actor = JSON.parse(ACTOR);
const context = { database: openDatabase(DATABASE_URL, 4), disk: openDisk(DATA_DIR), actor, onVerified: () => {} };

const server = createServer(async (incoming, outgoing) => {
	const { method = 'GET', url = '/' } = incoming;
	const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
	const body = method === 'PATCH' ? Buffer.concat(await incoming.toArray()) : undefined;
	const request = new Request(`http://localhost${url}`, { method, headers, body });
	const response = await answer(request, url.split('/').at(-1)!, context);
	outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end();
});

server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	if (address && typeof address === 'object') process.stdout.write(`${address.port}\n`);
});
