// A node that does its work until it is killed, for the tests with kill -9: pushes items and sends a file's bytes as a
// device would, from where the server says it is, and says a word for each thing that was acknowledged.

import { readFileSync } from 'node:fs';
import { answerUpload } from '#lib/server/media/tus.ts';
import { openDatabase } from '#lib/server/db.ts';
import { openStore } from '#lib/server/media/store.ts';
import { registry } from '#lib/app/server/registry.ts';
import { push } from '#lib/sync/server/push.ts';
import type { Work } from './killed-node.ts';

const { url, dataDir, actor, items, files }: Work = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const database = openDatabase(url, 4);
const store = openStore(dataDir);
const say = (word: string) => process.stdout.write(`${word}\n`);

for (const item of items) {
	const { results } = await push({ database, registry, actor }, { items: [item] });
	if (results[0]?.status === 'applied') say(item.mutationId);
}

const chunkBytes = 64_000;
for (const { fileId, base64 } of files) {
	const bytes = Buffer.from(base64, 'base64');
	const ask = (init: RequestInit) =>
		answerUpload({ database, store, actor }, fileId, new Request('http://localhost/', init));
	let answer = await ask({ method: 'HEAD' });
	while (answer.headers.get('upload-state') === 'expected' || answer.headers.get('upload-state') === 'receiving') {
		const offset = Number(answer.headers.get('upload-offset'));
		const body = new Uint8Array(bytes.subarray(offset, offset + chunkBytes));
		const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
		answer = await ask({ method: 'PATCH', headers, body });
	}
	say(fileId);
}
say('done');
await database.close();
process.exit(0);
