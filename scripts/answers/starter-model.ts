// The model of the starter content, made once for the same content and code.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from '#lib/answers/lines.ts';
import { decode, encode, type Model } from '#lib/answers/model.ts';
import { train, type Line } from '#lib/answers/train.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { guideLines, questionLines, starterGuides } from './starter.ts';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'athand');

/** The file that a phone would get for this language. */
export function starterFile(lang: Locale): Promise<Uint8Array> {
	const family = familyOf(lang);
	const lines = family.flatMap((one) => [...guideLines(one), ...questionLines(one)]);
	return madeOnce(lines, async () => encode(await train(lines, starterGuides(), 'starter')));
}

export function modelOf(file: Uint8Array): Model {
	const model = decode(file);
	if (!model) throw new Error('the model that was just made cannot be read');
	return model;
}

async function madeOnce(lines: readonly Line[], make: () => Promise<Uint8Array>): Promise<Uint8Array> {
	const hash = createHash('sha256').update(JSON.stringify(lines));
	for (const folder of ['src/lib/answers', 'src/lib/text'])
		for (const name of readdirSync(join(root, folder)).sort())
			if (name.endsWith('.ts') && !name.includes('.test.')) hash.update(readFileSync(join(root, folder, name)));
	const path = join(cache, `answers-${hash.digest('hex').slice(0, 16)}.bin`);
	try {
		return new Uint8Array(readFileSync(path));
	} catch {
		const file = await make();
		mkdirSync(cache, { recursive: true });
		writeFileSync(`${path}.${process.pid}`, file);
		renameSync(`${path}.${process.pid}`, path);
		return file;
	}
}
