import { realpathSync } from 'node:fs';
import { connect } from '#lib/server/connection.ts';
import type { FileRow, OutboxRow } from '#lib/sync/tables.ts';
import type { Page } from '@playwright/test';
import { socketDir } from '../../../scripts/start/socket-dir.ts';
import { ownerOf } from '../../../scripts/start/unprivileged.ts';
import { join } from 'node:path';

// What is really there, past the app: rows of the server's database, and of the device's.

export type Arrived = { text: string; photos: number };

/** Reports in the embedded database of a server, each with the photos whose bytes it holds. */
export async function arrivedAt(dataDir: string): Promise<Arrived[]> {
	const home = realpathSync(dataDir);
	const sockets = socketDir(home, ownerOf(join(home, 'postgres')));
	const sql = connect(`postgresql://athand@localhost/athand?host=${encodeURIComponent(sockets)}`, { max: 1 });
	try {
		return await sql<Arrived[]>`
			select ticket.state -> 'report' ->> 'text' as text,
				(select count(*)::int from upload
					where upload.ticket_id = ticket.id and upload.state in ('verified', 'published')) as photos
			from ticket`;
	} finally {
		await sql.end({ timeout: 1 });
	}
}

export type Kept = {
	outbox: Pick<OutboxRow, 'payload' | 'state' | 'isPending' | 'manifest'>[];
	files: Pick<FileRow, 'fileId' | 'state'>[];
	/** Named in loss notices. */
	lost: number;
	/** When the device last had everything that is new. */
	syncedAt: string | null;
};

/** What lies in the device's databases and what it tells as lost. */
export const keptOn = (page: Page): Promise<Kept> =>
	page.evaluate(async () => {
		const names = ((await indexedDB.databases()).map(({ name }) => name) ?? []).filter((name) => name !== undefined);
		const open = (name: string) =>
			new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const all = async <Row>(name: string | undefined, table: string): Promise<Row[]> => {
			if (!name) return [];
			const db = await open(name);
			const rows = await new Promise<Row[]>((resolve, reject) => {
				const request = db.transaction(table).objectStore(table).getAll();
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
			db.close();
			return rows;
		};
		const person = names.find((name) => /^athand-[0-9a-f]{8}-/.test(name));
		const device = names.find((name) => name === 'athand-device');
		const settings = await all<{ key: string; value: { items: unknown[] }[] }>(device, 'setting');
		return {
			outbox: await all<OutboxRow>(person, 'outbox'),
			files: await all<FileRow>(person, 'file'),
			syncedAt: (await all<{ syncedAt: string | null }>(person, 'cursor'))[0]?.syncedAt ?? null,
			lost: (settings.find(({ key }) => key === 'losses')?.value ?? []).flatMap(({ items }) => items).length
		};
	});
