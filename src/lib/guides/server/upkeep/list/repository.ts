import { and, eq, sql } from 'drizzle-orm';
import type { ParsedGuide } from '#lib/domain/guide/published.ts';
import { sourceOf, type GuideSource } from '#lib/domain/guide/source.ts';
import type { Tx } from '#lib/server/db.ts';
import { guide, guideDraft, guideOutcome, guideUpkeep, guideVersion, person } from '#lib/server/schema/index.ts';

// All guides of an organisation as the list of upkeep needs them: what is written and what is published, side by side.

const drafts = (tx: Tx, organisationId: string) =>
	tx.select().from(guideDraft).where(eq(guideDraft.organisationId, organisationId));

const published = (tx: Tx, organisationId: string) =>
	tx
		.select({
			id: guide.id,
			version: guide.version,
			body: guide.body,
			retiredAt: guide.retiredAt,
			source: guideVersion.source
		})
		.from(guide)
		.leftJoin(
			guideVersion,
			and(
				eq(guideVersion.organisationId, guide.organisationId),
				eq(guideVersion.guideId, guide.id),
				eq(guideVersion.version, guide.version)
			)
		)
		.where(eq(guide.organisationId, organisationId));

const upkeep = (tx: Tx, organisationId: string) =>
	tx
		.select({ id: guideUpkeep.guideId, owner: person.name, reviewOn: guideUpkeep.reviewOn })
		.from(guideUpkeep)
		.leftJoin(person, eq(person.id, guideUpkeep.ownerId))
		.where(eq(guideUpkeep.organisationId, organisationId));

const outcomes = (tx: Tx, organisationId: string) =>
	tx
		.select({
			id: guideOutcome.guideId,
			worked: sql<number>`count(*) filter (where ${guideOutcome.worked})::int`,
			of: sql<number>`count(*)::int`
		})
		.from(guideOutcome)
		.where(eq(guideOutcome.organisationId, organisationId))
		.groupBy(guideOutcome.guideId);

/** What was published last, as it was written. */
export async function publishedSources(
	tx: Tx,
	organisationId: string
): Promise<{ source: GuideSource; version: number; retiredAt: Date | null }[]> {
	const rows = await published(tx, organisationId);
	return rows.map(({ body, source, version, retiredAt }) => ({
		source: source ?? sourceOf(body as ParsedGuide),
		version,
		retiredAt
	}));
}

export async function everything(tx: Tx, organisationId: string) {
	const own = await publishedSources(tx, organisationId);
	const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]));
	const kept = byId(await upkeep(tx, organisationId));
	const counted = byId(await outcomes(tx, organisationId));
	const begun = new Map((await drafts(tx, organisationId)).map((draft) => [draft.guideId, draft]));
	const known = new Map(own.map((row) => [row.source.id, row]));
	return [...new Set([...known.keys(), ...begun.keys()])].map((id) => ({
		id,
		draft: begun.get(id) ?? null,
		published: known.get(id) ?? null,
		owner: kept.get(id)?.owner ?? null,
		reviewOn: kept.get(id)?.reviewOn ?? null,
		outcomes: { worked: counted.get(id)?.worked ?? 0, of: counted.get(id)?.of ?? 0 }
	}));
}
