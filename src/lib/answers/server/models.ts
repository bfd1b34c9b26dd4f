// The models of an organisation, one file for each family of languages, under DATA_DIR. A phone asks for one; where the
// guides have changed since it was made, the phone gets the one there is and the next is made beside the requests, one at
// a time on a node. A node that finds what another has made takes it.

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Locale } from '#lib/domain/locale.ts';
import type { Database } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { lineOfQuestion, linesOfGuide } from '../lines.ts';
import { decode, encode } from '../model.ts';
import { train } from '../train.ts';
import { publishedGuides, publishedVersion } from './repository.ts';
import { starterQuestions } from './starter-questions.ts';

export type Place = { database: Database; dataDir: string; contentDir: string; isTraining: boolean };
export type Made = { version: string; gzipped: Uint8Array };

/** Longer than this a request should not wait for training that is in the way, in ms. */
const breathMs = 8;

const running = new Map<string, Promise<void>>();
let line: Promise<void> = Promise.resolve();

/** The newest file there is, and at once the making of a newer one where it is not the newest possible. */
export async function modelFor(place: Place, organisationId: string, family: readonly Locale[]): Promise<Made | null> {
	const path = pathOf(place, organisationId, family);
	const wanted = await wantedVersion(place, organisationId, family);
	const made = await read(path);
	if (made?.version !== wanted && place.isTraining) makeSoon(place, organisationId, family, wanted);
	return made;
}

/** Resolves when what is being made is there. */
export const settled = (): Promise<void> => line;

const pathOf = ({ dataDir }: Place, organisationId: string, family: readonly Locale[]) =>
	join(dataDir, 'answers', organisationId, `${family.join('-')}.gz`);

async function wantedVersion(place: Place, organisationId: string, family: readonly Locale[]): Promise<string> {
	const guides = await publishedVersion(place.database, organisationId);
	const questions = family.map((lang) => starterQuestions(place.contentDir, lang).sha256);
	return createHash('sha256')
		.update(JSON.stringify([1, guides, questions]))
		.digest('hex')
		.slice(0, 16);
}

/** What was read of a file, for as long as the file is the same: a thousand phones ask when the network returns. */
const kept = new Map<string, { changedMs: number; made: Made | null }>();

async function read(path: string): Promise<Made | null> {
	const changedMs = await stat(path).then(
		({ mtimeMs }) => mtimeMs,
		() => 0
	);
	const before = kept.get(path);
	if (before?.changedMs === changedMs) return before.made;
	const made = await unpack(path);
	kept.set(path, { changedMs, made });
	return made;
}

async function unpack(path: string): Promise<Made | null> {
	const gzipped = await readFile(path).catch(() => null);
	const file = gzipped && (await promisify(gunzip)(gzipped).catch(() => null));
	const model = file && decode(file);
	return model ? { version: model.head.version, gzipped } : null;
}

function makeSoon(place: Place, organisationId: string, family: readonly Locale[], version: string): void {
	const key = `${organisationId} ${family.join()} ${version}`;
	if (running.has(key)) return;
	line = line
		.then(() => make(place, organisationId, family, version))
		.catch((error: unknown) => {
			log.error({ err: error, organisationId, family }, 'answers could not be learned');
		});
	running.set(
		key,
		line.finally(() => running.delete(key))
	);
}

async function make(place: Place, organisationId: string, family: readonly Locale[], version: string): Promise<void> {
	const path = pathOf(place, organisationId, family);
	if ((await read(path))?.version === version) return;
	const began = performance.now();
	const guides = await publishedGuides(place.database, organisationId);
	const offered = new Set(guides.map(({ id }) => id));
	const lines = family.flatMap((lang) => [
		...guides.flatMap(({ id, texts }) => (texts[lang] ? linesOfGuide(id, texts[lang], lang) : [])),
		...starterQuestions(place.contentDir, lang)
			.questions.filter(({ guide }) => guide === null || offered.has(guide))
			.map((question) => lineOfQuestion(question, lang))
	]);
	const model = await train(lines, [...offered].sort(), version, breather());
	await mkdir(join(path, '..'), { recursive: true });
	const next = `${path}.${process.pid}`;
	await writeFile(next, await promisify(gzip)(encode(model), { level: 9 }));
	await rename(next, path);
	log.info({ organisationId, family, ms: Math.round(performance.now() - began) }, 'answers learned');
}

/** Lets whatever waits go first. */
function breather(): () => Promise<void> {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < breathMs) return;
		await nextTurn();
		since = performance.now();
	};
}
