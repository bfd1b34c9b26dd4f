import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshDatabase } from '#tests/fresh-database.ts';
import { demoPeople, demoPersonId } from '../demo/people.ts';
import { Browser, demoDatabase } from '../fixtures.ts';
import { hashSecret, hashToken, newToken } from './secret.ts';

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await demoDatabase()));
afterAll(() => fresh.close());

const pin = '284917';
const shop = 'kloeverkoeb';

/** Gives somebody of the demo a secret; returns what they type. */
async function withSecret(
	name: string,
	kind: 'pin' | 'password' | 'oneTimePin' = 'pin',
	expires: string | null = null
) {
	const person = demoPeople.find((one) => one.name === name)!;
	const personId = demoPersonId(person);
	await fresh.sql`delete from credential where person_id = ${personId}`;
	await fresh.sql`insert into credential (id, organisation_id, person_id, kind, hash, expires_at)
		select ${randomUUID()}, organisation_id, id, ${kind}, ${await hashSecret(pin)}, ${expires}::timestamptz
		from person where id = ${personId}`;
	return {
		personId,
		organisation: person.organisation === 1 ? shop : 'elmelund',
		employeeNumber: person.employeeNumber
	};
}
const signIn = async (browser: Browser, door: { organisation: string; employeeNumber: string }, secret: string) =>
	(await browser.people()).signIn({ ...door, secret });

describe('employee number and PIN', () => {
	it('signs in, and the cookie is all that a browser needs', async () => {
		const door = await withSecret('Mette Kjær');
		const browser = new Browser(fresh);
		expect(await signIn(browser, door, pin)).toMatchObject({ next: 'in', me: { name: 'Mette Kjær', locale: 'da' } });
		expect([...browser.cookies.keys()]).toEqual(['__Host-athand']);
		expect(await (await browser.people()).me()).toMatchObject({ personId: door.personId });
		const [row] = await fresh.sql`select * from session where person_id = ${door.personId}`;
		expect(JSON.stringify(row)).not.toContain([...browser.cookies.values()][0]);
	});

	it('takes the number in any letter case and the organisation of the number only', async () => {
		const door = await withSecret('Anna Lind');
		expect(await signIn(new Browser(fresh), door, pin)).toMatchObject({ next: 'in' });
		await expect(signIn(new Browser(fresh), { ...door, organisation: 'elmelund' }, pin)).rejects.toThrow(
			'sign_in_failed'
		);
	});

	it('over plain http the cookie has no promise to keep', async () => {
		const browser = new Browser(fresh, 'production', '192.0.2.1', 'http://localhost:3000');
		await signIn(browser, await withSecret('Lars Holm'), pin);
		expect([...browser.cookies.keys()]).toEqual(['athand']);
	});

	it('a token planted under the other name opens nothing', async () => {
		const browser = new Browser(fresh);
		await signIn(browser, await withSecret('Lars Holm'), pin);
		const planted = new Browser(fresh);
		planted.cookies.set('athand', browser.cookies.get('__Host-athand')!);
		expect(await (await planted.people()).me()).toBeNull();
	});

	it('an expired one-time PIN is no PIN', async () => {
		const door = await withSecret('Per Holst', 'oneTimePin', '2020-01-01');
		await expect(signIn(new Browser(fresh), door, pin)).rejects.toThrow('sign_in_failed');
	});

	it('a one-time PIN signs nobody in before they have chosen their own, and works once', async () => {
		const door = await withSecret('Signe Lykke', 'oneTimePin', '2099-01-01');
		const browser = new Browser(fresh);
		expect(await signIn(browser, door, pin)).toEqual({ next: 'choose', me: null });
		expect(browser.cookies.size).toBe(0);
		const people = await browser.people();
		for (const newSecret of ['123456', '1234', pin, 'kort'])
			await expect(people.choose({ ...door, secret: pin, newSecret })).rejects.toThrow('invalid_input');
		expect(await people.choose({ ...door, secret: pin, newSecret: '730284' })).toMatchObject({ name: 'Signe Lykke' });
		await expect(signIn(new Browser(fresh), door, pin)).rejects.toThrow('sign_in_failed');
		expect(await signIn(new Browser(fresh), door, '730284')).toMatchObject({ next: 'in' });
	});
});

describe('guessing', () => {
	const guesses = (browser: Browser, door: { organisation: string; employeeNumber: string }, times: number) =>
		Promise.all(
			Array.from({ length: times }, (_, n) => signIn(browser, door, `90000${n}`).catch((error: Error) => error.message))
		);

	it('is over after five tries, also when they come at once, also for the right PIN', async () => {
		const door = await withSecret('Lene Friis');
		const answers = await guesses(new Browser(fresh, 'production', '192.0.2.7'), door, 12);
		expect(answers.filter((answer) => answer === 'sign_in_failed')).toHaveLength(5);
		expect(answers.filter((answer) => answer === 'too_many_tries')).toHaveLength(7);
		await expect(signIn(new Browser(fresh), door, pin)).rejects.toThrow('too_many_tries');
		await fresh.sql`update sign_in_try set since = since - interval '16 minutes'`;
		expect(await signIn(new Browser(fresh), door, pin)).toMatchObject({ next: 'in' });
	});

	it.each([
		{ organisation: shop, employeeNumber: '999999' },
		{ organisation: 'nowhere', employeeNumber: '204417' }
	])('$organisation $employeeNumber, whom nobody knows, is answered and locked like anyone', async (door) => {
		const answers = await guesses(new Browser(fresh, 'production', '192.0.2.8'), door, 7);
		expect(answers.sort()).toEqual([...Array(5).fill('sign_in_failed'), ...Array(2).fill('too_many_tries')]);
	});

	it('one address runs out of tries over many numbers; another does not', async () => {
		const robot = new Browser(fresh, 'production', '192.0.2.66');
		const door = (n: number) => ({ organisation: shop, employeeNumber: `7000${n}` });
		await signIn(robot, door(1), pin).catch(() => null);
		await fresh.sql`update sign_in_try set tries = 60 where key = ${hashToken('address 192.0.2.66')} and tries = 1`;
		await expect(signIn(robot, door(61), pin)).rejects.toThrow('too_many_tries');
		await expect(signIn(new Browser(fresh), door(62), pin)).rejects.toThrow('sign_in_failed');
	});

	it('is the same work whether the number exists or not', async () => {
		const door = await withSecret('Camilla Juhl');
		await withSecret('Tom Barker', 'oneTimePin', '2099-01-01');
		const doors = [
			door,
			{ ...door, employeeNumber: '206118' },
			{ ...door, employeeNumber: '888888' },
			{ organisation: 'x', employeeNumber: '1' }
		];
		const least = doors.map(() => Infinity);
		// Time of the processor, not of the clock: what else the machine does must not count. In turns, the least of each.
		for (let n = 0; n < 5; n++)
			for (const [at, one] of doors.entries()) {
				await fresh.sql`delete from sign_in_try`;
				const before = process.cpuUsage();
				await signIn(new Browser(fresh), one, '900001').catch(() => null);
				const { user, system } = process.cpuUsage(before);
				least[at] = Math.min(least[at]!, user + system);
			}
		// One hash less would be a factor of two.
		expect(Math.max(...least) / Math.min(...least)).toBeLessThan(1.6);
	});

	it('a success does not count against the address', async () => {
		const door = await withSecret('Ingrid Berglund');
		const busy = new Browser(fresh, 'production', '192.0.2.77');
		for (let n = 0; n < 3; n++) await signIn(busy, door, pin);
		const [row] = await fresh.sql`select tries from sign_in_try where key = ${hashToken('address 192.0.2.77')}`;
		expect(row?.tries).toBe(0);
	});
});

describe('a session', () => {
	it('gets a new token at every sign-in, and the old one ends', async () => {
		const door = await withSecret('Mette Kjær');
		const browser = new Browser(fresh);
		await signIn(browser, door, pin);
		const first = new Browser(fresh);
		for (const [name, token] of browser.cookies) first.cookies.set(name, token);
		await signIn(browser, door, pin);
		expect(await (await browser.people()).me()).not.toBeNull();
		expect(await (await first.people()).me()).toBeNull();
	});

	it('ends when it is idle or old, is revoked, or its person is removed', async () => {
		const door = await withSecret('Bo Winther');
		const end = [
			() => fresh.sql`update session set expires_at = now() - interval '1 second' where person_id = ${door.personId}`,
			() => fresh.sql`update session set revoked_at = now() where person_id = ${door.personId}`,
			() => fresh.sql`update person set removed_at = now() where id = ${door.personId}`
		];
		for (const finish of end) {
			const browser = new Browser(fresh);
			await signIn(browser, door, pin);
			expect(await (await browser.people()).me()).not.toBeNull();
			await finish();
			expect(await (await browser.people()).me()).toBeNull();
			expect(browser.cookies.size, 'the device keeps what it has: an expired session goes on capturing').toBe(1);
		}
	});

	it('use puts off the idle end, never past the absolute one', async () => {
		const door = await withSecret('Jonas Berg');
		const browser = new Browser(fresh);
		await signIn(browser, door, pin);
		const left = async () => {
			const [row] = await fresh.sql<{ hours: number }[]>`
				select extract(epoch from expires_at - now())::float8 / 3600 as hours from session
				where person_id = ${door.personId} and revoked_at is null`;
			return Math.round(row!.hours);
		};
		expect(await left()).toBe(12);
		await fresh.sql`update session set last_used_at = now() - interval '6 hours', expires_at = now() + interval '6 hours' where person_id = ${door.personId}`;
		await (await browser.people()).me();
		expect(await left()).toBe(12);
		await fresh.sql`update session set last_used_at = now() - interval '6 hours', created_at = now() - interval '6 days 23 hours' where person_id = ${door.personId}`;
		await (await browser.people()).me();
		expect(await left()).toBe(1);
	});

	it('signing out ends it here; "elsewhere" ends the others', async () => {
		const door = await withSecret('Nikolaj Bruun');
		const [phone, tablet] = [new Browser(fresh), new Browser(fresh)];
		await signIn(phone, door, pin);
		await signIn(tablet, door, pin);
		expect(await (await phone.people()).sessions()).toHaveLength(2);
		await (await phone.people()).signOutElsewhere();
		expect(await (await tablet.people()).me()).toBeNull();
		const [kept] = [...phone.cookies];
		await (await phone.people()).signOut();
		expect(phone.cookies.size).toBe(0);
		phone.cookies.set(...kept!);
		expect(await (await phone.people()).me()).toBeNull();
	});
});

describe('a one-time link', () => {
	const invite = async (name: string, expires = '2099-01-01') => {
		const token = newToken();
		const personId = demoPersonId(demoPeople.find((one) => one.name === name)!);
		await fresh.sql`insert into invitation (token_hash, organisation_id, person_id, expires_at)
			select ${hashToken(token)}, organisation_id, id, ${expires}::timestamptz from person where id = ${personId}`;
		return token;
	};

	it('lets its person choose a password, once, however often it is tapped', async () => {
		const token = await invite('Mikkel Thorsen');
		const browser = new Browser(fresh);
		expect(await (await browser.people()).invitation({ token })).toMatchObject({
			name: 'Mikkel Thorsen',
			slug: 'elmelund'
		});
		const people = await browser.people();
		await expect(people.join({ token, newSecret: 'kort' })).rejects.toThrow('invalid_input');
		const answers = await Promise.allSettled(
			Array.from({ length: 5 }, () => people.join({ token, newSecret: 'to kopper kaffe' }))
		);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await expect(people.invitation({ token })).rejects.toThrow('link_expired');
		const door = { organisation: 'elmelund', employeeNumber: '40102' };
		expect(await signIn(new Browser(fresh), door, 'to kopper kaffe')).toMatchObject({ next: 'in' });
	});

	it('that is too old, or nobody’s, says so', async () => {
		const people = await new Browser(fresh).people();
		for (const token of [await invite('Dorthe Munk', '2020-01-01'), newToken()])
			await expect(people.join({ token, newSecret: 'to kopper kaffe' })).rejects.toThrow('link_expired');
	});
});

describe('the demo', () => {
	it('lets one be anyone, in demo mode', async () => {
		const browser = new Browser(fresh, 'demo');
		const faces = await (await browser.people()).demoPeople();
		expect(faces.slice(0, 5).map(({ name }) => name)).toEqual([
			'Mette Kjær',
			'Amira Saleh',
			'Yusuf Demir',
			'Anna Lind',
			'Karen Holm'
		]);
		expect(new Set(faces.map(({ face }) => face)).size).toBe(faces.length);
		const me = await (await browser.people()).demoSignIn({ personId: faces[3]!.personId });
		expect(me.grants.map(({ roles }) => roles)).toEqual([['agent'], ['agent']]);
	});

	it('is not there in production, and nobody in it has a secret', async () => {
		const browser = new Browser(fresh, 'production');
		const people = await browser.people();
		await expect(people.demoPeople()).rejects.toThrow('not_found');
		const personId = demoPersonId(demoPeople[0]!);
		await expect(people.demoSignIn({ personId })).rejects.toThrow('not_found');
		expect(browser.cookies.size).toBe(0);
		const untouched = await demoDatabase();
		expect(await untouched.sql`select * from credential`).toHaveLength(0);
		await untouched.close();
	});
});

it('the application cannot read tries or change the audit log', async () => {
	const { database } = fresh;
	const as = (statement: string) => database.client.unsafe(statement);
	await expect(as('select * from sign_in_try')).rejects.toThrow('permission denied');
	await expect(as("update audit_entry set action = 'x'")).rejects.toThrow('permission denied');
	await expect(as('delete from audit_entry')).rejects.toThrow('permission denied');
	const actions = await fresh.sql`select distinct action from audit_entry`;
	expect(actions.map(({ action }) => action)).toEqual(
		expect.arrayContaining(['signIn.failed', 'signIn.entered', 'signIn.left'])
	);
});
