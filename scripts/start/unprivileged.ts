import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Who runs PostgreSQL, which refuses root. Empty = whoever we are. Numbers as `spawn` takes them. */
export type Owner = { uid?: number; gid?: number };

/** Root lends the work to the owner of data that is there already, else to `nobody`: initdb needs a passwd entry. */
export function ownerOf(existing: string): Owner {
	if (process.getuid?.() !== 0) return {};
	const found = statSync(existing, { throwIfNoEntry: false });
	if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
	const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** Asked of the system itself, so that ACLs and every folder above count. */
export function mayEnter(path: string, owner: Owner): boolean {
	const asked = spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], { ...owner, cwd: '/' });
	return asked.status === 0;
}
