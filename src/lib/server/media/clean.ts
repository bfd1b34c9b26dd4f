// Once a day: what expired, and what a crash or a restored database left on one side only (row without file, file
// without row). Files of rows that nobody knows are kept as long as an upload may rest: devices send their reports again
// after a restore, and then the photo is here although they no longer hold it.

import { and, eq, inArray } from 'drizzle-orm';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { PhotoState } from '#lib/domain/rows.ts';
import type { Database } from '../db.ts';
import { log } from '../log.ts';
import { upload } from '../schema/index.ts';
import { uploadsDir } from './disk.ts';

const dayMs = 24 * 60 * 60_000;
/** Without any activity. */
const restDays = 30;

const folders = ['receiving', 'whole', 'photos'] as const;
type Found = { folder: (typeof folders)[number]; name: string; ageDays: number };
type Verdict = 'keep' | 'drop' | 'restart' | 'adopt';

/** @param state of its row; undefined: there is none */
export function verdict({ folder, name, ageDays }: Found, state: PhotoState | undefined): Verdict {
	const isOld = ageDays >= restDays;
	if (!state || name.endsWith('.new')) return isOld ? 'drop' : 'keep';
	// The row stays: whoever still has the bytes may begin anew, at any time.
	if (folder === 'receiving') return isOld ? 'restart' : 'keep';
	// A restored row knows less than the disk. For a day it may as well be one whose last byte came this very moment.
	if (state === 'expected' || (state === 'receiving' && ageDays >= 1)) return 'adopt';
	return folder === 'whole' && (state === 'published' || state === 'refused') ? 'drop' : 'keep';
}

export async function clean(database: Database, dataDir: string, now = Date.now()): Promise<void> {
	for (const organisationId of await namesIn(uploadsDir(dataDir))) {
		if (!z.uuid().safeParse(organisationId).success) continue;
		for (const folder of folders) {
			const dir = join(uploadsDir(dataDir), organisationId, folder);
			const names = await namesIn(dir);
			// As many as one statement takes well.
			for (let i = 0; i < names.length; i += 500)
				await cleanSome(database, organisationId, folder, dir, names.slice(i, i + 500), now);
		}
	}
}

async function cleanSome(
	database: Database,
	organisationId: string,
	folder: Found['folder'],
	dir: string,
	names: string[],
	now: number
): Promise<void> {
	const ids = names.map(idOf).filter((id) => z.uuid().safeParse(id).success);
	const rows = await database.withOrganisations([organisationId], (tx) =>
		tx.select().from(upload).where(inArray(upload.fileId, ids))
	);
	const states = new Map(rows.map((row) => [row.fileId, row.state]));
	for (const name of names) {
		const fileId = idOf(name);
		const { mtimeMs } = await stat(join(dir, name));
		const is = verdict({ folder, name, ageDays: (now - mtimeMs) / dayMs }, states.get(fileId));
		if (is === 'keep') continue;
		log.info({ fileId, folder, is }, 'upload cleaned');
		if (is === 'drop' || is === 'restart') await rm(join(dir, name), { force: true });
		if (is === 'restart') await move(fileId, 'receiving', { state: 'expected', verifiedOffset: 0 });
		// It was whole once, and its hash right; the job rewrites it again.
		if (is === 'adopt') await move(fileId, states.get(fileId)!, { state: 'verified' });
	}

	async function move(fileId: string, from: PhotoState, change: Partial<typeof upload.$inferInsert>) {
		const still = and(eq(upload.fileId, fileId), eq(upload.state, from));
		await database.withOrganisations([organisationId], (tx) => tx.update(upload).set(change).where(still));
	}
}

/** `<id>`, `<id>.jpg`, `<id>.thumb.jpg`, each perhaps with `.new`. */
const idOf = (name: string): string => name.split('.')[0]!;

const namesIn = (dir: string): Promise<string[]> =>
	readdir(dir).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
