import postgres from 'postgres';
import { withoutUndefined } from './no-undefined.ts';
import { Refusal } from './refusal.ts';

/**
 * A pool for one DATABASE_URL. Beside what postgres.js reads, `?host=/folder` names a socket's folder, as psql takes
 * it.
 */
export function connect(url: string, options: postgres.Options<Record<string, never>> = {}): postgres.Sql {
	if (!URL.canParse(url)) throw new Refusal('DATABASE_URL is not of the form postgres://user:password@host/database');
	const address = new URL(url);
	const socketDir = address.searchParams.get('host');
	address.searchParams.delete('host');
	const sql = postgres(address.href, {
		...options,
		...(socketDir ? { host: socketDir } : {}),
		onnotice: () => {},
		// Seconds until a cut connection is opened again. The driver's own grows to 20 for the whole pool.
		backoff: () => 0.1 + Math.random() * 0.4,
		connection: { application_name: 'athand', ...options.connection }
	});
	return withoutUndefined(sql);
}
