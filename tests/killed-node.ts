import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Actor } from '#lib/domain/roles.ts';
import type { PushItem } from '#lib/sync/protocol.ts';

export type Work = {
	url: string;
	dataDir: string;
	actor: Actor;
	items: PushItem[];
	files: { fileId: string; base64: string }[];
};

/**
 * Runs the work in a process of its own and kills it with -9 after so many words of it, at once or a moment later.
 * Returns what it acknowledged; `isDone` when it came to its end first.
 */
export function killedNode(work: Work, afterWords: number): Promise<{ words: string[]; isDone: boolean }> {
	const file = join(work.dataDir, 'work.json');
	writeFileSync(file, JSON.stringify(work));
	const started = spawn(resolve('node_modules/node/bin/node'), ['tests/device-and-node.ts', file], {
		env: { ...process.env, NODE_NO_WARNINGS: '1', LOG_LEVEL: 'silent' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	started.stdout.on('data', (data) => {
		said += String(data);
		// The moment after an acknowledgement is where the next transaction is open.
		if (said.split('\n').length > afterWords) setTimeout(() => started.kill('SIGKILL'), Math.random() * 12);
	});
	return new Promise((done) =>
		started.once('close', () => {
			const words = said.split('\n').slice(0, -1);
			done({ words: words.filter((word) => word !== 'done'), isDone: words.includes('done') });
		})
	);
}
