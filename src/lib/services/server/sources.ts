import type { Actor } from '#lib/domain/roles.ts';
import type { Tx } from '#lib/server/db.ts';
import { deviceRows, serviceRows } from './repository.ts';

type Rows<Row> = (tx: Tx, ids: readonly string[]) => Promise<Row[]>;

const byId =
	<Row extends { id: string }>(rows: Rows<Row>) =>
	async (tx: Tx, _reader: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> =>
		new Map((await rows(tx, ids)).map((row) => [row.id, row]));

export const serviceSources = { service: byId(serviceRows), device: byId(deviceRows) };
