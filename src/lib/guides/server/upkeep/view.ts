import { feedbackOf } from '#lib/domain/guide/feedback.ts';
import { written } from '#lib/domain/guide/gaps.ts';
import { locales, type Locale } from '#lib/domain/locale.ts';
import { rolesFor } from '#lib/domain/policy.ts';
import type { Tx } from '#lib/server/db.ts';
import { refusal } from '#lib/server/trpc.ts';
import { everything } from './list/repository.ts';
import * as repository from './repository.ts';

// What an editor sees: the list, and one guide with all that belongs to it.

/** Everything that is written or was published; what is being written counts before what people read. */
export async function listOf(tx: Tx, organisationId: string) {
	const rows = await everything(tx, organisationId);
	return rows.map(({ id, draft, published, ...rest }) => {
		const source = draft?.source ?? published!.source;
		const titles: Partial<Record<Locale, string>> = {};
		for (const locale of locales) if (source.words[locale]?.title) titles[locale] = source.words[locale].title;
		return {
			id,
			titles,
			category: source.category,
			draft: draft && { state: draft.state, byName: draft.savedByName, at: draft.savedAt.toISOString() },
			published: published && { version: published.version, isRetired: published.retiredAt !== null },
			languages: locales.map((locale) => ({ locale, ...written(source, locale) })),
			...rest
		};
	});
}

export async function oneOf(tx: Tx, key: repository.GuideKey, personId: string) {
	const { draft, published, standing } = await repository.held(tx, key);
	if (!draft && !published) throw refusal('not_found');
	const source = published && (await repository.versionSource(tx, key, published.version));
	const counts = published ? await repository.outcomes(tx, key, published.version) : [];
	return {
		id: key.id,
		standing,
		draft: draft && {
			source: draft.source,
			base: draft.base,
			revision: draft.revision,
			byName: draft.savedByName,
			isMine: draft.savedBy === personId,
			at: draft.savedAt.toISOString()
		},
		published: published && source && { source, version: published.version, at: published.publishedAt.toISOString() },
		versions: (await repository.versions(tx, key)).map(({ publishedAt, ...one }) => ({
			...one,
			at: publishedAt.toISOString()
		})),
		...(await repository.upkeepOf(tx, key)),
		tests: await repository.tests(tx, key),
		feedback: feedbackOf(counts, source?.steps.length ?? 0),
		writers: await repository.writers(tx, key.organisationId, rolesFor('guide.draft')),
		services: await repository.openServices(tx, key.organisationId)
	};
}
