import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Guide } from '#lib/domain/guide/guide.ts';
import type { Database } from '#lib/server/db.ts';
import { guide } from '#lib/server/schema/index.ts';

const published = (organisationId: string) => and(eq(guide.organisationId, organisationId), isNull(guide.retiredAt));

/** Changes whenever a guide is published, changed or retired. */
export async function publishedVersion({ withOrganisations }: Database, organisationId: string): Promise<string> {
	const [row] = await withOrganisations([organisationId], (tx) =>
		tx
			.select({ version: sql<string>`md5(string_agg(id || ' ' || version, ',' order by id))` })
			.from(guide)
			.where(published(organisationId))
	);
	return row?.version ?? '';
}

export async function publishedGuides({ withOrganisations }: Database, organisationId: string): Promise<Guide[]> {
	const rows = await withOrganisations([organisationId], (tx) =>
		tx.select({ body: guide.body, version: guide.version }).from(guide).where(published(organisationId))
	);
	return rows.map(({ body, version }) => ({ ...(body as Guide), version }));
}
