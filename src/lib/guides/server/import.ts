// One way in for guides: the starter content of a new database, and what an administrator brings. Owns reading, judging
// and publishing of folders. It never retires a guide that is not among the files, and importing the same files twice
// changes nothing.

import { guideFolders, type ImportFile } from '#lib/domain/guide/folders.ts';
import type { Audience } from '#lib/domain/guide/guide.ts';
import { parseGuide } from '#lib/domain/guide/parse.ts';
import type { ImportProblem } from '#lib/domain/guide/problem.ts';
import { scenes } from '#lib/guides/scenes.ts';
import type { Tx } from '#lib/server/db.ts';
import { publishGuide, sha256Of } from './publish.ts';
import { serviceCodes, sources } from './repository.ts';
import { described, type Videos } from './videos.ts';

const known: ReadonlySet<string> = new Set(scenes);

export type ImportReport = {
	added: string[];
	changed: string[];
	unchanged: string[];
	refused: string[];
	/** every reason, refusals and warnings */
	problems: ImportProblem[];
};

export type ImportOptions = {
	organisationId: string;
	/** Say what would happen, and leave it at that. */
	isPreview?: boolean;
	/** Where the videos of guides are kept. */
	videos: Videos;
	/** Who brings them; nobody when a new database is filled. */
	by?: string;
	/** Only guides for these; the others are not mentioned. Everything when left out. */
	audiences?: readonly Audience[];
};

export async function importGuides(
	tx: Tx,
	files: readonly ImportFile[],
	options: ImportOptions
): Promise<ImportReport> {
	const { organisationId, isPreview = false, videos, audiences, by = null } = options;
	const { folders, problems } = guideFolders(files);
	const report: ImportReport = { added: [], changed: [], unchanged: [], refused: [], problems: [...problems] };
	report.refused.push(...problems.map(({ detail }) => detail));
	const services = await serviceCodes(tx, organisationId);
	const published = await sources(tx, organisationId);

	for (const folder of folders) {
		const { guide, video, problems } = parseGuide(folder, { services, scenes: known });
		if (guide && audiences && !guide.audience.some((audience) => audiences.includes(audience))) continue;
		report.problems.push(...problems);
		if (!guide) {
			report.refused.push(folder.id);
			continue;
		}
		const source = video ? { ...guide, video: described(video) } : guide;
		const sha256 = sha256Of(source);
		const before = published.get(guide.id);
		if (before === sha256) {
			report.unchanged.push(guide.id);
			continue;
		}
		(before === undefined ? report.added : report.changed).push(guide.id);
		if (isPreview) continue;
		if (video) await videos.keep(organisationId, video);
		await publishGuide(tx, organisationId, source, { name: by });
	}
	return report;
}
