import { departmentRows, organisationRows } from './workplace/repository.ts';
import { personRows } from './staff/repository.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Tx } from '#lib/server/db.ts';

// What a pull shows of people and workplaces. The scopes decide who sees a row; of people the desk sees a little more.
type Rows<Row> = (tx: Tx, reader: Actor, ids: readonly string[]) => Promise<Row[]>;

const byId =
	<Row extends { id: string }>(rows: Rows<Row>) =>
	async (tx: Tx, reader: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> =>
		new Map((await rows(tx, reader, ids)).map((row) => [row.id, row]));

export const peopleSources = {
	person: byId(personRows),
	department: byId((tx, _reader, ids) => departmentRows(tx, ids)),
	organisation: byId((tx, _reader, ids) => organisationRows(tx, ids))
};
