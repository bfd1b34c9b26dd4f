import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordChange } from '#lib/server/change-log.ts';
import { connect } from '#lib/server/connection.ts';
import { openDatabase } from '#lib/server/db.ts';
import { openScene, type Scene } from '#lib/sync/server/fixtures.ts';
import { pull } from '#lib/sync/server/pull.ts';
import { organisationScope } from '#lib/sync/server/scopes.ts';
import type { Cursor } from '#lib/sync/protocol.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { registry } from './registry.ts';

// The gap: sequence order is not commit order, so a reader that goes by the sequence never sees what commits late.

const writers = 32;
const rowsPerWriter = 12;
let fresh: FreshDatabase;
let scene: Scene;
beforeAll(async () => {
	fresh = await freshDatabase();
	scene = await openScene(fresh.sql);
});
afterAll(() => fresh.close());

it('[SV29] 32 writers with sleeps and rollbacks, an unrelated transaction held open: the reader misses 0 rows', async () => {
	const { organisationId, mette } = scene;
	const pool = openDatabase(fresh.url, writers);
	const foreign = connect(fresh.url, { max: 1 });
	const held = await foreign.reserve();
	await held`begin`;
	await held`create table unrelated as select 1 as one`;

	const committed = new Set<string>();
	let areWriting = true;
	const write = async () => {
		for (let n = 0; n < rowsPerWriter; n++) {
			const rowId = randomUUID();
			const isRolledBack = Math.random() < 0.1;
			await pool
				.withOrganisations([organisationId], async (tx) => {
					await recordChange(tx, {
						organisationId,
						kind: 'service',
						rowId,
						scopes: [organisationScope(organisationId)]
					});
					await sleep(Math.random() * 15);
					if (isRolledBack) throw new Error('changed my mind');
				})
				.then(
					() => committed.add(rowId),
					() => undefined
				);
		}
	};
	// What the reader was sent is enough: a row that its source no longer knows comes as a tombstone.
	const seen = new Set<string>();
	const incarnation = randomUUID() as Parameters<typeof pull>[1]['incarnation'];
	const next = (cursor: Cursor | null) =>
		pull({ database: fresh.database, registry, actor: mette }, { cursor, incarnation, limit: 50 });
	let { cursor } = await next(null);
	const read = async () => {
		for (let isLast = false; ;) {
			const reply = await next(cursor);
			for (const { id } of reply.changes) seen.add(id);
			cursor = reply.cursor;
			if (isLast && !reply.more) return;
			isLast = !areWriting;
		}
	};
	const reading = read();
	await Promise.all(Array.from({ length: writers }, write));
	const seenWhileHeld = seen.size;
	areWriting = false;
	await reading;
	await held`rollback`;
	held.release();
	await Promise.all([foreign.end(), pool.close()]);

	expect(committed.size).toBeGreaterThan((writers * rowsPerWriter) / 2);
	expect([...committed].filter((id) => !seen.has(id))).toEqual([]);
	expect([...seen].filter((id) => !committed.has(id))).toEqual([]);
	expect(seenWhileHeld).toBeGreaterThan(committed.size / 2);
}, 60_000);
