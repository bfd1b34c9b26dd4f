import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoId } from '#lib/server/demo-id.ts';
import type { FreshDatabase } from '#tests/fresh-database.ts';
import { demoDatabase, requestOf } from './fixtures.ts';
import { peopleSources } from './sources.ts';

let fresh: FreshDatabase;
beforeAll(async () => (fresh = await demoDatabase()));
afterAll(() => fresh.close());

const lars = demoId('person', 1, 5);

it.each([
	['the desk', 'Anna Lind', /^10 00 \d\d \d\d$/],
	['a colleague', 'Mette Kjær', null]
])('%s is told the number to call back on, or not', async (_, name, phone) => {
	const { actor } = await requestOf(fresh, name);
	const rows = await fresh.database.withOrganisations([actor!.organisationId], (tx) =>
		peopleSources.person(tx, actor!, [lars])
	);
	expect(rows.get(lars)?.phone).toEqual(phone && expect.stringMatching(phone));
});
