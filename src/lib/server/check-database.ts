import type postgres from 'postgres';
import { applicationRole } from './db.ts';
import { Refusal } from './refusal.ts';

const oldestVersion = 16;

/** Before anything is written: can it be reached, is it new enough, does it keep every script. */
export async function checkDatabase(owner: postgres.Sql): Promise<void> {
	const [found] = await owner<{ version: number; encoding: string }[]>`
		select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding
	`.catch((error: Error & { code?: string }) => {
		throw new Refusal(whyUnreachable(error, owner.options.database));
	});
	if (!found) throw new Refusal('the database of DATABASE_URL does not answer.');
	if (found.version < oldestVersion)
		throw new Refusal(`DATABASE_URL is PostgreSQL ${found.version}; ${oldestVersion} or newer is needed.`);
	if (found.encoding !== 'UTF8')
		throw new Refusal(`the database of DATABASE_URL is ${found.encoding}; create it with ENCODING 'UTF8'.`);
}

/** By the codes of PostgreSQL: a server that says no is there, and what is wrong is in the address. */
function whyUnreachable({ message, code = '' }: Error & { code?: string }, name: string): string {
	if (code === '3D000')
		return `the server of DATABASE_URL has no database of the name "${name}": create it, or correct the name.`;
	if (code.startsWith('28')) return `the server of DATABASE_URL does not let us in: ${message}`;
	return `the database of DATABASE_URL does not answer: ${message || code}`;
}

/** The second wall only stands when the application's role neither owns a table nor passes row-level security. */
export async function checkRole(client: postgres.Sql): Promise<void> {
	const [role] = await client<{ name: string; passes: boolean; owns: number }[]>`
		select current_user as name, rolsuper or rolbypassrls as passes,
			(select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
		from pg_roles where rolname = current_user
	`.catch((error: Error) => {
		throw new Refusal(`the role of DATABASE_URL may not SET ROLE ${applicationRole}: ${error.message}`);
	});
	if (!role || role.name !== applicationRole) throw new Refusal(`the application must run as ${applicationRole}.`);
	if (role.passes)
		throw new Refusal(`${role.name} passes row-level security: ALTER ROLE ${role.name} NOSUPERUSER NOBYPASSRLS`);
	if (role.owns) throw new Refusal(`${role.name} owns ${role.owns} tables: give them to the role that migrates.`);
}
