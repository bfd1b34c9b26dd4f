import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lib/domain/locale.ts';
import { Question } from '../lines.ts';

/** How people ask for the starter guides: every `content/questions/<lang>*.jsonl`. Read once, they come with the version. */
export type Starter = { questions: Question[]; sha256: string };

const kept = new Map<string, Starter>();

export function starterQuestions(contentDir: string, lang: Locale): Starter {
	const folder = join(contentDir, 'questions');
	const key = join(folder, lang);
	const found = kept.get(key) ?? readStarter(folder, lang);
	kept.set(key, found);
	return found;
}

function readStarter(folder: string, lang: Locale): Starter {
	const hash = createHash('sha256');
	const questions: Question[] = [];
	for (const name of readdirSync(folder).sort()) {
		if (!name.startsWith(`${lang}.`) || !name.endsWith('.jsonl')) continue;
		const text = readFileSync(join(folder, name), 'utf8');
		hash.update(text);
		for (const line of text.split('\n')) if (line.trim()) questions.push(Question.parse(JSON.parse(line)));
	}
	return { questions, sha256: hash.digest('hex') };
}
