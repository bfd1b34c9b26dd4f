import { strToU8, zipSync, type Zippable } from 'fflate';
import { filesOf } from '#lib/domain/guide/write.ts';
import { locales } from '#lib/domain/locale.ts';
import type { GuideSource } from '#lib/domain/guide/source.ts';
import type { Tx } from '#lib/server/db.ts';
import type { Videos } from '../videos.ts';
import { publishedSources } from './list/repository.ts';

// Zip knows no time zone and begins in 1980; with one date for all, the same guides are the same file.
const mtime = new Date(1980, 0, 1);

/** What is published, as the folder that an import takes (`content/FORMAT.md`); one guide, or all. */
export async function exportGuides(
	tx: Tx,
	organisationId: string,
	id: string | null,
	videos: Pick<Videos, 'read'>
): Promise<Uint8Array> {
	const files: Zippable = {};
	for (const { source, retiredAt } of await publishedSources(tx, organisationId)) {
		if (id === null ? retiredAt : source.id !== id) continue;
		for (const { name, text } of filesOf(source)) files[`guides/${source.id}/${name}`] = [strToU8(text), { mtime }];
		for (const { name, bytes } of await videoFiles(source, (file) => videos.read(organisationId, file)))
			files[`guides/${source.id}/${name}`] = [bytes, { mtime, level: 0 }];
	}
	return zipSync(files);
}

async function videoFiles({ video }: GuideSource, read: (file: string) => Promise<Uint8Array>) {
	if (!video) return [];
	const names = [...video.sources.map(({ file }) => file), ...(video.poster ? [video.poster] : [])];
	const films = names.map(async (file) => ({ name: `video.${file.split('.').at(-1)}`, bytes: await read(file) }));
	const captions = locales.flatMap((locale) => {
		const said = video.captions[locale];
		return said === undefined ? [] : [{ name: `video.${locale}.vtt`, bytes: strToU8(said) }];
	});
	return [...(await Promise.all(films)), ...captions];
}
