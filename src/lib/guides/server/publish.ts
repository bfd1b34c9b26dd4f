import { createHash } from 'node:crypto';
import { published } from '#lib/domain/guide/published.ts';
import type { GuideSource } from '#lib/domain/guide/source.ts';
import { filesOf } from '#lib/domain/guide/write.ts';
import { locales } from '#lib/domain/locale.ts';
import type { Tx } from '#lib/server/db.ts';
import { renderMarkdown } from './render.ts';
import { putVersion } from './repository.ts';

/** Raise it when the same source would be published differently: then the next import publishes all of them again. */
const rendering = 3;

/**
 * Whatever changes what people read runs in here: a publication, a return, a withdrawal, an import. What follows from it
 * begins where this ends, after the commit.
 */
export async function publishing<T>(
	{ transaction }: { transaction: <R>(work: (tx: Tx) => Promise<R>) => Promise<R> },
	work: (tx: Tx) => Promise<T>
): Promise<T> {
	const done = await transaction(work);
	return done;
}

export type Publisher = { name: string | null; returnedTo?: number };

/** The guide as its next version, on every device of the organisation. Answers the version. */
export const publishGuide = (tx: Tx, organisationId: string, source: GuideSource, by: Publisher): Promise<number> =>
	putVersion(tx, organisationId, { source, body: published(source, renderMarkdown), sha256: sha256Of(source), by });

/** Of what it says, and not of the files it came in: however it is written down, the same guide is the same. */
export function sha256Of(source: GuideSource): string {
	const hash = createHash('sha256').update(`${rendering}\n`);
	for (const { name, text } of filesOf(source)) hash.update(`${name} ${text.length}\n`).update(text);
	if (source.video) {
		const { sources, poster, captions } = source.video;
		const names = sources.map(({ file }) => file).sort();
		hash.update(JSON.stringify([names, poster, locales.map((locale) => captions[locale] ?? null)]));
	}
	return hash.digest('hex');
}
