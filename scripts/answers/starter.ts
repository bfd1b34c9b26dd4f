// The starter content as lines to learn from: guides through the reader of the import, questions from content/questions.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineOfQuestion, linesOfGuide, Question } from '#lib/answers/lines.ts';
import type { Line } from '#lib/answers/train.ts';
import { guideFolders, type ImportFile } from '#lib/domain/guide/folders.ts';
import { parseGuide } from '#lib/domain/guide/parse.ts';
import { published } from '#lib/domain/guide/published.ts';
import type { Locale } from '#lib/domain/locale.ts';

const content = join(import.meta.dirname, '..', '..', 'content');

/**
 * Three kinds of questions: those that were there first, ours on other sides of the guides, and the first ones again in
 * other words. The last must be left out where the first are held back: they ask the same.
 */
export const kinds = ['', '.more', '.reworded'] as const;
export type Kind = (typeof kinds)[number];

export function readQuestions(file: string): Question[] {
	const lines = readFileSync(file, 'utf8').split('\n');
	return lines.flatMap((line, n) => {
		if (!line.trim()) return [];
		const read = Question.safeParse(parsed(line));
		if (!read.success) throw new Error(`${file}, line ${n + 1}: not {"q": "...", "guide": "..." or null}`);
		return [read.data];
	});
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

export function starterQuestions(lang: Locale, kind: Kind): Question[] {
	const file = join(content, 'questions', `${lang}${kind}.jsonl`);
	return existsSync(file) ? readQuestions(file) : [];
}

export const questionLines = (lang: Locale, of: readonly Kind[] = kinds): Line[] =>
	of.flatMap((kind) => starterQuestions(lang, kind)).map((question) => lineOfQuestion(question, lang));

let guides: ReturnType<typeof readAll> | undefined;

/** Ids of all starter guides, sorted: the classes of a model. */
export const starterGuides = (): string[] => readGuides().map(({ id }) => id);

export const guideLines = (lang: Locale): Line[] =>
	readGuides().flatMap(({ id, texts }) => (texts[lang] ? linesOfGuide(id, texts[lang], lang) : []));

const readGuides = () => (guides ??= readAll());

function readAll() {
	const root = join(content, 'guides');
	const files = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(?:md|json)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path): ImportFile => ({ path, bytes: new Uint8Array(readFileSync(path)) }));
	const { folders } = guideFolders(files);
	const facts = files.filter(({ path }) => path.endsWith('guide.json'));
	const services = new Set(facts.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)).service as string));
	return folders
		.flatMap((folder) => parseGuide(folder, { services, scenes: new Set() }).guide ?? [])
		.map((source) => published(source, () => null))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}
