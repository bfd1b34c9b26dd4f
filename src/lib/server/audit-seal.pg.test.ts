import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './db.ts';
import { freshDatabase, type FreshDatabase } from '#tests/fresh-database.ts';
import { audit } from './audit.ts';
import { sealAudit } from './audit-seal.ts';
import { verifyAudit } from './audit-verify.ts';

let fresh: FreshDatabase;
const [shop, care] = [randomUUID(), randomUUID()];
beforeEach(async () => {
	fresh = await freshDatabase();
	for (const [id, name] of [
		[shop, 'Shop'],
		[care, 'Care']
	] as const)
		await fresh.sql`insert into organisation (id, name, slug, time_zone, locale) values (${id}, ${name}, ${name}, 'Europe/Copenhagen', 'da')`;
});
afterEach(() => fresh.close());

const write = (organisationId: string, action: string, database = fresh.database) =>
	database.withOrganisations([organisationId], (tx) =>
		audit(tx, { organisationId, actorId: null, action, subject: action, detail: { n: 1, who: ['æ', 'b'] } })
	);
async function written(...actions: string[]) {
	for (const action of actions) await write(shop, action);
	await write(care, 'care');
	await sealAudit(fresh.database);
}
const idOf = async (subject: string) =>
	(await fresh.sql<{ id: string }[]>`select id from audit_entry where subject = ${subject}`)[0]!.id;
const faults = async () => (await verifyAudit(fresh.sql)).faults;

describe('the chain of the audit log', () => {
	it('[AU1] stands over what was written, and grows by what comes', async () => {
		await written('one', 'two');
		const { chains: before } = await verifyAudit(fresh.sql);
		expect(before.map(({ organisation, length }) => [organisation, length])).toEqual([
			['Care', 1],
			['Shop', 2]
		]);
		await write(shop, 'three');
		expect(await faults(), 'not yet sealed').toEqual([]);
		await sealAudit(fresh.database);
		const { chains, faults: none } = await verifyAudit(fresh.sql);
		expect(none).toEqual([]);
		expect(chains.map(({ length }) => length)).toEqual([1, 3]);
	});

	it.each([
		['action', (id: string) => fresh.sql`update audit_entry set action = 'other' where id = ${id}`],
		['time', (id: string) => fresh.sql`update audit_entry set at = at + interval '1 microsecond' where id = ${id}`],
		['detail', (id: string) => fresh.sql`update audit_entry set detail = '{"n": 2}' where id = ${id}`],
		['actor', (id: string) => fresh.sql`update audit_entry set actor_id = gen_random_uuid() where id = ${id}`],
		['link', (id: string) => fresh.sql`update audit_seal set hash = repeat('0', 64) where entry_id = ${id}`]
	])('[AU2] names the first entry whose %s was changed', async (_, change) => {
		await written('one', 'two', 'three');
		const id = await idOf('two');
		await change(id);
		expect(await faults()).toEqual([{ organisation: 'Shop', seq: 2, entryId: id, what: 'changed' }]);
	});

	it('[AU2] names an entry that was deleted, and its place where the link went with it', async () => {
		await written('one', 'two', 'three');
		const id = await idOf('two');
		await fresh.sql`delete from audit_entry where id = ${id}`;
		expect(await faults()).toEqual([{ organisation: 'Shop', seq: 2, entryId: id, what: 'deleted' }]);
		await fresh.sql`delete from audit_seal where entry_id = ${id}`;
		expect(await faults()).toEqual([{ organisation: 'Shop', seq: 2, entryId: null, what: 'deleted' }]);
	});

	it('[AU2] gives no link to what is made to look old, and names it', async () => {
		await written('one');
		await fresh.sql`insert into audit_entry (id, organisation_id, at, action)
			values (gen_random_uuid(), ${shop}, now() - interval '2 hours', 'forged')`;
		await sealAudit(fresh.database);
		expect(await faults()).toMatchObject([{ organisation: 'Shop', seq: null, what: 'inserted' }]);
	});

	it('[AU1] takes a log from before the chain too, also in several turns', async () => {
		for (const hours of [5, 4, 3])
			await fresh.sql`insert into audit_entry (id, organisation_id, at, action)
				values (gen_random_uuid(), ${shop}, now() - make_interval(hours => ${hours}), 'old')`;
		for (const turn of [1, 2, 3]) {
			await fresh.database.client`select seal_audit(1)`;
			expect((await verifyAudit(fresh.sql)).chains).toMatchObject([{ length: turn }]);
			expect(await faults()).toEqual([]);
		}
	});

	it('[AU3] is one chain when nodes seal at once while 32 write', async () => {
		const nodes = [openDatabase(fresh.url), openDatabase(fresh.url)];
		let isWriting = true;
		const sealing = nodes.map(async (node) => {
			while (isWriting) await sealAudit(node);
		});
		const writers = Array.from({ length: 32 }, async (_, n) => {
			for (const step of [1, 2, 3, 4, 5]) await write(shop, `${n}.${step}`, nodes[n % 2]);
		});
		await Promise.all(writers);
		isWriting = false;
		await Promise.all(sealing);
		await sealAudit(fresh.database);
		const { chains, faults: found } = await verifyAudit(fresh.sql);
		expect(found).toEqual([]);
		expect(chains).toMatchObject([{ organisation: 'Shop', length: 160 }]);
		await Promise.all(nodes.map((node) => node.close()));
	});

	it('[AU3] gives a link to what commits after others that began later', async () => {
		let commit = () => {};
		const held = new Promise<void>((resolve) => (commit = resolve));
		let hasWritten = () => {};
		const isWritten = new Promise<void>((resolve) => (hasWritten = resolve));
		const slow = fresh.database.withOrganisations([shop], async (tx) => {
			await audit(tx, { organisationId: shop, actorId: null, action: 'slow' });
			hasWritten();
			await held;
		});
		await isWritten;
		await written('fast');
		commit();
		await slow;
		await sealAudit(fresh.database);
		const { chains, faults: found } = await verifyAudit(fresh.sql);
		expect(found).toEqual([]);
		expect(chains.find(({ organisation }) => organisation === 'Shop')?.length).toBe(2);
	});

	it.each([
		'update audit_entry set action = $$x$$',
		'delete from audit_entry',
		'select from audit_seal',
		'insert into audit_seal (organisation_id, seq, entry_id, hash) values (gen_random_uuid(), 1, gen_random_uuid(), $$x$$)',
		'delete from audit_seal',
		'update audit_seal set hash = $$x$$'
	])('[AU4] is out of the application’s reach: %s', async (statement) => {
		await expect(fresh.database.client.unsafe(statement)).rejects.toThrow('permission denied');
	});
});
