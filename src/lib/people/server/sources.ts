import { departmentRows, organisationRows } from './workplace/repository.ts';
import { personRows } from './staff/repository.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Tx } from '#lib/server/db.ts';

// What a pull shows of people and workplaces: the same to everybody who may see the row at all, which the scopes decide.
type Rows<Row> = (tx: Tx, ids: readonly string[]) => Promise<Row[]>;

const byId =
	<Row extends { id: string }>(rows: Rows<Row>) =>
	async (tx: Tx, _reader: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> =>
		new Map((await rows(tx, ids)).map((row) => [row.id, row]));

export const peopleSources = {
	person: byId(personRows),
	department: byId(departmentRows),
	organisation: byId(organisationRows)
};
