import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportFile } from '#lib/domain/guide/folders.ts';
import type { FirstData } from '#lib/server/boot.ts';
import { log } from '#lib/server/log.ts';
import { importGuides } from './import.ts';
import { organisationsWithoutGuides } from './repository.ts';
import { openVideos } from './videos.ts';

/**
 * Starter guides for every organisation that has none, for the kinds of workplace that it has. Only once: what an editor
 * changes or retires later is theirs. Departments and services have to be there first.
 */
export const fillGuides: FirstData = async ({ settings, owner, database }) => {
	const waiting = await organisationsWithoutGuides(owner);
	if (waiting.length === 0) return;
	const files = await filesBelow(join(settings.contentDir, 'guides'));
	const videos = openVideos(settings.dataDir);
	for (const { organisationId, kinds } of waiting) {
		const audiences = ['all', ...kinds] as const;
		const report = await database.withOrganisations([organisationId], (tx) =>
			importGuides(tx, files, { organisationId, audiences, videos })
		);
		log.info({ organisationId, added: report.added.length, problems: report.problems }, 'starter guides');
	}
};

async function filesBelow(folder: string): Promise<ImportFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return Promise.all(paths.map(async (path) => ({ path, bytes: new Uint8Array(await readFile(path)) })));
}
