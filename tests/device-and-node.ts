// A node that does its work until it is killed, for the tests with kill -9: pushes items and sends a file's bytes as a
// device would, from where the server says it is, and says a word for each thing that was acknowledged.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '#lib/server/db.ts';
import { openDisk } from '#lib/server/media/disk.ts';
import { answer } from '#lib/server/media/wire.ts';
import { registry } from '#lib/app/server/registry.ts';
import { push } from '#lib/sync/server/push.ts';
import type { Work } from './killed-node.ts';

const { url, dataDir, actor, items, files }: Work = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const database = openDatabase(url, 4);
const context = { database, disk: openDisk(dataDir), actor, onVerified: () => {} };
const say = (word: string) => process.stdout.write(`${word}\n`);

for (const item of items) {
	const { results } = await push({ database, registry, actor }, { items: [item] });
	if (results[0]?.status === 'applied') say(item.mutationId);
}

const chunkBytes = 64_000;
for (const { fileId, base64 } of files) {
	const bytes = Buffer.from(base64, 'base64');
	const ask = (method: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>) => {
		const ours = { 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0', ...headers };
		return answer(new Request('http://localhost/', { method, headers: ours, body }), fileId, context);
	};
	let now = await ask('HEAD');
	while (now.headers.get('upload-state') === 'expected' || now.headers.get('upload-state') === 'receiving') {
		const offset = now.headers.get('upload-offset') ?? '';
		const body = new Uint8Array(bytes.subarray(Number(offset), Number(offset) + chunkBytes));
		const checksum = `sha256 ${createHash('sha256').update(body).digest('base64')}`;
		const type = 'application/offset+octet-stream';
		now = await ask('PATCH', { 'content-type': type, 'upload-offset': offset, 'upload-checksum': checksum }, body);
	}
	say(fileId);
}
say('done');
await database.close();
process.exit(0);
