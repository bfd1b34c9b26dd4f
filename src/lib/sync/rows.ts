import { neededSession } from './me.ts';
import { rowKinds } from '#lib/domain/rows.ts';
import type { Rows } from './tables.ts';

/** Reads of the rows that came by pull, one table for each kind. Nouns' `queries.ts` are built on these. */
type RowReads<Row> = {
	all(): Promise<Row[]>;
	get(id: string): Promise<Row | undefined>;
	/** By an indexed field: `departmentId` of ticket, person and device, `assetTag` of device. */
	where(field: string, value: string): Promise<Row[]>;
};

const readsOf = <Kind extends keyof Rows>(kind: Kind): RowReads<Rows[Kind]> => ({
	all: async () => (await neededSession()).store.read((tx) => tx.all(kind)),
	get: async (id) => (await neededSession()).store.read((tx) => tx.get(kind, id)),
	where: async (field, value) => (await neededSession()).store.read((tx) => tx.where(kind, field, value))
});

export const rows = Object.fromEntries(rowKinds.map((kind) => [kind, readsOf(kind)])) as {
	[Kind in keyof Rows]: RowReads<Rows[Kind]>;
};
