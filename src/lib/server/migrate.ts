// Brings the schema to what this build knows. The files travel inside the build, so there is no folder to find. Each
// runs in a transaction of its own with its row in migration.applied.

import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import { inTurn } from './in-turn.ts';
import { Refusal } from './refusal.ts';

const files = import.meta.glob<string>('/drizzle/*.sql', { query: '?raw', import: 'default', eager: true });

export type Migration = { name: string; text: string; sha256: string };

export const migrations: Migration[] = Object.entries(files)
	.map(([path, text]) => ({
		name: path.split('/').at(-1)!,
		text,
		sha256: createHash('sha256').update(text).digest('hex')
	}))
	.sort((a, b) => (a.name < b.name ? -1 : 1));

/** `owner` must be one connection: see in-turn.ts. */
export const migrate = (owner: postgres.Sql, wanted: Migration[] = migrations): Promise<void> =>
	inTurn(owner, async () => {
		await owner`create schema if not exists migration`;
		await owner`create table if not exists migration.applied
			(name text primary key, sha256 text not null, at timestamptz not null default now())`;
		const rows = await owner<{ name: string; sha256: string }[]>`select name, sha256 from migration.applied`;
		const applied = new Map(rows.map((row) => [row.name, row.sha256]));
		for (const migration of wanted) {
			const before = applied.get(migration.name);
			if (!before) await apply(owner, migration);
			else if (before !== migration.sha256)
				throw new Refusal(`migration ${migration.name} was applied and has been changed since.`);
		}
		await owner`grant usage on schema migration to athand_app`;
		await owner`grant select on migration.applied to athand_app`;
	});

const apply = (owner: postgres.Sql, { name, text, sha256 }: Migration) =>
	owner
		.begin(async (tx) => {
			await tx.unsafe(text);
			await tx`insert into migration.applied (name, sha256) values (${name}, ${sha256})`;
		})
		.catch((error: Error) => {
			throw new Refusal(`migration ${name}: ${error.message}. Nothing of it was kept.`);
		});
