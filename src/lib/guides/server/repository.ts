import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { Guide, GuideRow } from '#lib/domain/guide/guide.ts';
import { isWorthTelling, type GuideOutcome } from '#lib/domain/guide/outcome.ts';
import type { ParsedGuide } from '#lib/domain/guide/parse.ts';
import { recordChange } from '#lib/server/change-log.ts';
import type { Tx } from '#lib/server/db.ts';
import { guide, guideOutcome, service } from '#lib/server/schema/index.ts';

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

/** Publishes the guide as its next version, on every device of the organisation. */
export async function publish(
	tx: Tx,
	organisationId: string,
	parsed: ParsedGuide,
	sourceSha256: string
): Promise<void> {
	const { id, category, audience, service: serviceCode } = parsed;
	const values = { category, audience, service: serviceCode, body: parsed, sourceSha256, publishedAt: sql`now()` };
	await tx
		.insert(guide)
		.values({ organisationId, id, ...values, version: 1 })
		.onConflictDoUpdate({
			target: [guide.organisationId, guide.id],
			set: { ...values, version: sql`${guide.version} + 1`, retiredAt: null }
		});
	await tell(tx, organisationId, id);
}

const tell = (tx: Tx, organisationId: string, id: string) =>
	recordChange(tx, { organisationId, kind: 'guide', rowId: id, scopes: [`organisation:${organisationId}`] });

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
	const { of } = await outcomes(tx, at.organisationId, guideId);
	const exists = await tx
		.select({ id: guide.id })
		.from(guide)
		.where(and(eq(guide.organisationId, at.organisationId), eq(guide.id, guideId)));
	if (exists.length && isWorthTelling(of)) await tell(tx, at.organisationId, guideId);
}

async function outcomes(tx: Tx, organisationId: string, guideId: string) {
	const [row] = await tx
		.select({ worked: sql<number>`count(*) filter (where ${guideOutcome.worked})::int`, of: count() })
		.from(guideOutcome)
		.where(and(eq(guideOutcome.organisationId, organisationId), eq(guideOutcome.guideId, guideId)));
	return row ?? { worked: 0, of: 0 };
}

/** The guide as a reader at this department holds it; null once it is retired. */
export async function guideRow(
	tx: Tx,
	organisationId: string,
	departmentId: string,
	id: string
): Promise<GuideRow | null> {
	const [found] = await tx
		.select()
		.from(guide)
		.where(and(eq(guide.organisationId, organisationId), eq(guide.id, id), isNull(guide.retiredAt)));
	if (!found) return null;
	const usedHere = await tx.$count(
		guideOutcome,
		and(
			eq(guideOutcome.organisationId, organisationId),
			eq(guideOutcome.guideId, id),
			eq(guideOutcome.departmentId, departmentId)
		)
	);
	const body = found.body as Omit<Guide, 'version'>;
	return { ...body, version: found.version, outcomes: await outcomes(tx, organisationId, id), usedHere };
}
