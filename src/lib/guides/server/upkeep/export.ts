import { strToU8, zipSync, type Zippable } from 'fflate';
import { filesOf } from '#lib/domain/guide/write.ts';
import type { Tx } from '#lib/server/db.ts';
import { publishedSources } from './list/repository.ts';

// Zip knows no time zone and begins in 1980; with one date for all, the same guides are the same file.
const mtime = new Date(1980, 0, 1);

/** What is published, as the folder that an import takes (`content/FORMAT.md`); one guide, or all. */
export async function exportGuides(tx: Tx, organisationId: string, id: string | null): Promise<Uint8Array> {
	const files: Zippable = {};
	for (const { source, retiredAt } of await publishedSources(tx, organisationId)) {
		if (id === null ? retiredAt : source.id !== id) continue;
		for (const { name, text } of filesOf(source)) files[`guides/${source.id}/${name}`] = [strToU8(text), { mtime }];
	}
	return zipSync(files);
}
