import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';
import { shortHash } from './settings.ts';
import type { Owner } from './unprivileged.ts';

// A socket's address has 108 bytes including the final zero, whatever the file system allows.
const maxSocketPathBytes = 107;
export const socketName = '.s.PGSQL.5432';

/** A private folder for the sockets of one data folder, beside the data where the path is short enough. */
export function socketDir(dataDir: string, owner: Owner): string {
	const beside = join(dataDir, 'run');
	const fits = Buffer.byteLength(join(beside, socketName)) <= maxSocketPathBytes;
	const dir = fits ? beside : join('/tmp', `athand-${shortHash(dataDir)}`);

	mkdirSync(dir, { recursive: true, mode: 0o700 });
	const found = lstatSync(dir);
	const mine = [process.getuid?.(), owner.uid].includes(found.uid);
	// /tmp is open to all: somebody else's folder, or a link to one, must not be trusted with the database.
	if (!found.isDirectory() || !mine) throw new Refusal(`${dir} belongs to somebody else. Set a shorter DATA_DIR.`);
	chmodSync(dir, 0o700);
	if (owner.uid !== undefined && owner.gid !== undefined) chownSync(dir, owner.uid, owner.gid);
	return dir;
}
