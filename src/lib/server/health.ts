import { sql } from 'drizzle-orm';
import type { Node } from './boot.ts';
import { migrations } from './migrate.ts';

export type Health = {
	status: 'ok' | 'failing';
	version: string;
	mode: 'demo' | 'production';
	database: { ok: boolean; version: string | null };
	migrations: { applied: number; expected: number };
};

/** What a load balancer asks; no names, no counts of people. */
export async function health({ database, settings }: Node, version: string): Promise<Health> {
	const found = await database.db
		.execute<{ version: string; applied: number }>(
			sql`select current_setting('server_version') as version, (select count(*)::int from migration.applied) as applied`
		)
		.then(
			([row]) => row ?? null,
			() => null
		);
	const applied = found?.applied ?? 0;
	const expected = migrations.length;
	return {
		// More than expected: a newer node migrated already, and migrations keep the previous build working.
		status: found && applied >= expected ? 'ok' : 'failing',
		version,
		mode: settings.mode,
		database: { ok: found !== null, version: found?.version ?? null },
		migrations: { applied, expected }
	};
}
