import { and, arrayOverlaps, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { OutcomeCount } from '#lib/domain/guide/feedback.ts';
import type { ParsedGuide } from '#lib/domain/guide/published.ts';
import { sourceOf, type GuideSource } from '#lib/domain/guide/source.ts';
import type { Standing } from '#lib/domain/guide/standing.ts';
import type { Role } from '#lib/domain/roles.ts';
import type { Tx } from '#lib/server/db.ts';
import {
	guide,
	guideDraft,
	guideOutcome,
	guideTest,
	guideUpkeep,
	guideVersion,
	person,
	service
} from '#lib/server/schema/index.ts';

/** One guide of one organisation. */
export type GuideKey = { organisationId: string; id: string };

const draftOf = ({ organisationId, id }: GuideKey) =>
	and(eq(guideDraft.organisationId, organisationId), eq(guideDraft.guideId, id));
const guideOf = ({ organisationId, id }: GuideKey) => and(eq(guide.organisationId, organisationId), eq(guide.id, id));

export type Draft = typeof guideDraft.$inferSelect;
export type Published = typeof guide.$inferSelect;
export type Held = { draft: Draft | null; published: Published | null; standing: Standing };

/** What there is of it. `lock` keeps others from changing it until the transaction ends. */
export async function held(tx: Tx, key: GuideKey, { lock = false } = {}): Promise<Held> {
	const published = tx.select().from(guide).where(guideOf(key));
	const draft = tx.select().from(guideDraft).where(draftOf(key));
	// In this order everywhere, so that two of them never wait for each other.
	const [row = null] = await (lock ? published.for('update') : published);
	const [begun = null] = await (lock ? draft.for('update') : draft);
	return { draft: begun, published: row, standing: standingOf(begun?.state, row) };
}

const standingOf = (
	draft: Draft['state'] | null | undefined,
	published: { retiredAt: Date | null } | null
): Standing => ({ draft: draft ?? null, published: published && (published.retiredAt ? 'retired' : 'published') });

/** As it was written; of one that was published before sources were kept, from what devices hold. */
export async function versionSource(tx: Tx, key: GuideKey, version: number): Promise<GuideSource | null> {
	const [kept] = await tx
		.select({ source: guideVersion.source })
		.from(guideVersion)
		.where(and(versionsOf(key), eq(guideVersion.version, version)));
	if (kept) return kept.source;
	const [row] = await tx
		.select({ body: guide.body })
		.from(guide)
		.where(and(guideOf(key), eq(guide.version, version)));
	return row ? sourceOf(row.body as ParsedGuide) : null;
}

const versionsOf = ({ organisationId, id }: GuideKey) =>
	and(eq(guideVersion.organisationId, organisationId), eq(guideVersion.guideId, id));

export const versions = (tx: Tx, key: GuideKey) =>
	tx
		.select({
			version: guideVersion.version,
			publishedAt: guideVersion.publishedAt,
			publishedByName: guideVersion.publishedByName,
			returnedTo: guideVersion.returnedTo
		})
		.from(guideVersion)
		.where(versionsOf(key))
		.orderBy(desc(guideVersion.version));

type Author = { personId: string; name: string };

/** False when there is one already. */
export async function begin(tx: Tx, organisationId: string, source: GuideSource, base: number, by: Author) {
	const begun = await tx
		.insert(guideDraft)
		.values({
			organisationId,
			guideId: source.id,
			state: 'draft',
			source,
			base,
			savedBy: by.personId,
			savedByName: by.name
		})
		.onConflictDoNothing()
		.returning({ revision: guideDraft.revision });
	return begun.length > 0;
}

/** Whoever holds the lock has read the revision: this is the next. */
export async function save(tx: Tx, key: GuideKey, source: GuideSource, by: Author) {
	const [saved] = await tx
		.update(guideDraft)
		.set({
			source,
			revision: sql`${guideDraft.revision} + 1`,
			savedBy: by.personId,
			savedByName: by.name,
			savedAt: sql`now()`
		})
		.where(draftOf(key))
		.returning({ revision: guideDraft.revision, savedAt: guideDraft.savedAt });
	return saved!;
}

export const setState = (tx: Tx, key: GuideKey, state: Draft['state']) =>
	tx.update(guideDraft).set({ state }).where(draftOf(key));

export const dropDraft = (tx: Tx, key: GuideKey) => tx.delete(guideDraft).where(draftOf(key));

export const isKnown = async (tx: Tx, key: GuideKey): Promise<boolean> => {
	const { draft, published } = await held(tx, key);
	return Boolean(draft || published);
};

export async function keep(tx: Tx, { organisationId, id }: GuideKey, change: Upkeep): Promise<void> {
	await tx
		.insert(guideUpkeep)
		.values({ organisationId, guideId: id, ...change })
		.onConflictDoUpdate({ target: [guideUpkeep.organisationId, guideUpkeep.guideId], set: change });
}

export type Upkeep = { ownerId: string | null; reviewOn: string | null };

export async function upkeepOf(tx: Tx, { organisationId, id }: GuideKey): Promise<Upkeep> {
	const [row] = await tx
		.select({ ownerId: guideUpkeep.ownerId, reviewOn: guideUpkeep.reviewOn })
		.from(guideUpkeep)
		.where(and(eq(guideUpkeep.organisationId, organisationId), eq(guideUpkeep.guideId, id)));
	return row ?? { ownerId: null, reviewOn: null };
}

export type TestOfGuide = Omit<typeof guideTest.$inferInsert, 'organisationId' | 'guideId'>;

export const addTest = (tx: Tx, { organisationId, id }: GuideKey, test: TestOfGuide) =>
	tx.insert(guideTest).values({ organisationId, guideId: id, ...test });

export const tests = (tx: Tx, { organisationId, id }: GuideKey) =>
	tx
		.select({
			id: guideTest.id,
			version: guideTest.version,
			testedOn: guideTest.testedOn,
			tester: guideTest.tester,
			worked: guideTest.worked,
			note: guideTest.note
		})
		.from(guideTest)
		.where(and(eq(guideTest.organisationId, organisationId), eq(guideTest.guideId, id)))
		.orderBy(desc(guideTest.testedOn), desc(guideTest.id));

/** How readings of one version ended. */
export const outcomes = (tx: Tx, { organisationId, id }: GuideKey, version: number): Promise<OutcomeCount[]> =>
	tx
		.select({ worked: guideOutcome.worked, steps: guideOutcome.steps, times: count() })
		.from(guideOutcome)
		.where(
			and(
				eq(guideOutcome.organisationId, organisationId),
				eq(guideOutcome.guideId, id),
				eq(guideOutcome.guideVersion, version)
			)
		)
		.groupBy(guideOutcome.worked, guideOutcome.steps);

/** Those who may write here, to be an owner. */
export const writers = (tx: Tx, organisationId: string, roles: Role[]) =>
	tx
		.select({ id: person.id, name: person.name })
		.from(person)
		.where(and(eq(person.organisationId, organisationId), isNull(person.removedAt), arrayOverlaps(person.roles, roles)))
		.orderBy(asc(person.name));

export const openServices = (tx: Tx, organisationId: string) =>
	tx
		.select({ code: service.code, names: service.names })
		.from(service)
		.where(and(eq(service.organisationId, organisationId), isNull(service.closedAt)))
		.orderBy(asc(service.code));
