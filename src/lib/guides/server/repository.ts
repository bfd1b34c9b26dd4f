import { and, count, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import { concerns, type GuideRow } from '#lib/domain/guide/guide.ts';
import { isWorthTelling, type GuideOutcome } from '#lib/domain/guide/outcome.ts';
import type { ParsedGuide } from '#lib/domain/guide/published.ts';
import type { GuideSource } from '#lib/domain/guide/source.ts';
import { recordChange } from '#lib/server/change-log.ts';
import type { Db, Tx } from '#lib/server/db.ts';
import { department, guide, guideOutcome, guideVersion, service } from '#lib/server/schema/index.ts';
import type { Publisher } from './publish.ts';

/** Codes of the services that a guide may belong to. */
export async function serviceCodes(tx: Tx, organisationId: string): Promise<Set<string>> {
	const open = and(eq(service.organisationId, organisationId), isNull(service.closedAt));
	return new Set((await tx.select({ code: service.code }).from(service).where(open)).map(({ code }) => code));
}

/** What each published guide was made from. */
export async function sources(tx: Tx, organisationId: string): Promise<Map<string, string>> {
	const rows = await tx
		.select({ id: guide.id, sha256: guide.sourceSha256 })
		.from(guide)
		.where(and(eq(guide.organisationId, organisationId), isNull(guide.retiredAt)));
	return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

type NewVersion = { source: GuideSource; body: ParsedGuide; sha256: string; by: Publisher };

/** What devices get and what is kept for ever, in one. A guide that was retired is back with it. */
export async function putVersion(tx: Tx, organisationId: string, wanted: NewVersion): Promise<number> {
	const { source, body, sha256, by } = wanted;
	const { id, category, audience, service: serviceCode } = body;
	const values = { category, audience, service: serviceCode, body, sourceSha256: sha256, publishedAt: sql`now()` };
	const [row] = await tx
		.insert(guide)
		.values({ organisationId, id, ...values, version: 1 })
		.onConflictDoUpdate({
			target: [guide.organisationId, guide.id],
			set: { ...values, version: sql`${guide.version} + 1`, retiredAt: null }
		})
		.returning({ version: guide.version });
	const { version } = row!;
	const { name: publishedByName, returnedTo = null } = by;
	await tx.insert(guideVersion).values({ organisationId, guideId: id, version, source, publishedByName, returnedTo });
	await tell(tx, organisationId, id);
	return version;
}

/** It leaves every device with the next pull. */
export async function retire(tx: Tx, organisationId: string, id: string): Promise<void> {
	const one = and(eq(guide.organisationId, organisationId), eq(guide.id, id));
	await tx
		.update(guide)
		.set({ retiredAt: sql`now()` })
		.where(one);
	await tell(tx, organisationId, id, true);
}

const tell = (tx: Tx, organisationId: string, id: string, isDeleted = false) =>
	recordChange(tx, { organisationId, kind: 'guide', rowId: id, scopes: [`organisation:${organisationId}`], isDeleted });

/** Counts what became of one reading; `id` is the mutation's, so that sending twice counts once. */
export async function countOutcome(
	tx: Tx,
	at: { id: string; organisationId: string; departmentId: string },
	{ guideId, guideVersion, worked, steps }: GuideOutcome
): Promise<void> {
	await tx
		.insert(guideOutcome)
		.values({ ...at, guideId, guideVersion, worked, steps })
		.onConflictDoNothing();
	const of = await tx.$count(
		guideOutcome,
		and(eq(guideOutcome.organisationId, at.organisationId), eq(guideOutcome.guideId, guideId))
	);
	const exists = await tx
		.select({ id: guide.id })
		.from(guide)
		.where(and(eq(guide.organisationId, at.organisationId), eq(guide.id, guideId), isNull(guide.retiredAt)));
	if (exists.length && isWorthTelling(of)) await tell(tx, at.organisationId, guideId);
}

async function outcomesOf(tx: Tx, organisationId: string, departmentId: string, ids: readonly string[]) {
	const rows = await tx
		.select({
			id: guideOutcome.guideId,
			worked: sql<number>`count(*) filter (where ${guideOutcome.worked})::int`,
			of: count(),
			usedHere: sql<number>`count(*) filter (where ${guideOutcome.departmentId} = ${departmentId})::int`
		})
		.from(guideOutcome)
		.where(and(eq(guideOutcome.organisationId, organisationId), inArray(guideOutcome.guideId, [...ids])))
		.groupBy(guideOutcome.guideId);
	return new Map(rows.map(({ id, worked, of, usedHere }) => [id, { outcomes: { worked, of }, usedHere }]));
}

export type GuideReader = { organisationId: string; departmentId: string };

/** Guides as this reader's device holds them; one that is retired, or meant for others, is not among them. */
export async function guideRows(
	tx: Tx,
	{ organisationId, departmentId }: GuideReader,
	ids: readonly string[],
	{ isForAll = false } = {}
): Promise<Map<string, GuideRow>> {
	const [home] = await tx.select({ kind: department.kind }).from(department).where(eq(department.id, departmentId));
	const audience = isForAll ? 'all' : (home?.kind ?? 'all');
	const found = await tx
		.select()
		.from(guide)
		.where(and(eq(guide.organisationId, organisationId), inArray(guide.id, [...ids]), isNull(guide.retiredAt)));
	const counted = await outcomesOf(tx, organisationId, departmentId, ids);
	const unused = { outcomes: { worked: 0, of: 0 }, usedHere: 0 };
	return new Map(
		found
			.map(({ body, version, id }) => ({ ...(body as ParsedGuide), version, ...(counted.get(id) ?? unused) }))
			.filter((row) => concerns(row, audience))
			.map((row) => [row.id, row])
	);
}

/** With the kinds of their workplaces. Asked past the walls, before anybody is signed in. */
export async function organisationsWithoutGuides(owner: Db): Promise<{ organisationId: string; kinds: Kind[] }[]> {
	const published = owner.select({ organisationId: guide.organisationId }).from(guide);
	const rows = await owner
		.selectDistinct({ organisationId: department.organisationId, kind: department.kind })
		.from(department)
		.where(and(isNull(department.closedAt), notInArray(department.organisationId, published)));
	return [...Map.groupBy(rows, (row) => row.organisationId)].map(([organisationId, own]) => ({
		organisationId,
		kinds: own.map(({ kind }) => kind)
	}));
}

type Kind = (typeof department.$inferSelect)['kind'];
