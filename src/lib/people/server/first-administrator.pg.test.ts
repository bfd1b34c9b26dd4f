import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwner } from '#lib/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { inviteAdministrator, slugOf } from './first-administrator.ts';
import { Browser } from './fixtures.ts';

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await freshDatabase()));
afterAll(() => fresh.close());

const wanted = {
	organisation: 'Søndre Å Kommune',
	name: 'Ida "IT" O’Hara',
	employeeNumber: '1',
	timeZone: 'Europe/Oslo',
	locale: 'nb' as const
};

it('from nothing to an administrator who is signed in', async () => {
	const owner = openOwner(fresh.url);
	const { token, slug } = await inviteAdministrator(owner.db, wanted);
	const again = await inviteAdministrator(owner.db, wanted);
	await owner.close();
	expect(slug).toBe('soendre-aa-kommune');
	expect(again.slug).toBe(slug);
	expect(await fresh.sql`select roles from person`).toEqual([{ roles: ['employee', 'administrator'] }]);

	const browser = new Browser(fresh);
	const me = await (await browser.people()).join({ token, newSecret: 'to kopper kaffe' });
	expect(me).toMatchObject({ name: wanted.name, locale: 'nb' });
	expect(await (await browser.people()).welcome({ organisation: null })).toMatchObject({
		isDemo: false,
		organisation: { slug, name: wanted.organisation }
	});
	expect(await (await browser.people()).me()).toMatchObject({ personId: me.personId });
});

it.each([
	['Kløverkøb A/S', 'kloeverkoeb-a-s'],
	['  Sjö & Land ', 'sjo-land'],
	['한빛 마트', '한빛-마트']
])('%s is reached as %s', (name, slug) => expect(slugOf(name)).toBe(slug));
