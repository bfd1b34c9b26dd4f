import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';
import { project } from './settings.ts';

const sources = ['src', 'static', 'messages', 'drizzle'];
const files = [
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json',
	'scripts/messages.mjs',
	'project.inlang/settings.json'
];
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const stamp = join(project, 'build', '.sources');

/** Builds unless `build/` is of exactly these sources. An image that carries only the build is taken as it is. */
export async function buildWhenNeeded(): Promise<void> {
	if (!existsSync(join(project, 'src'))) return;
	const now = hashOfSources();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
	console.log('Building …');
	await viteBuild(now);
	writeFileSync(stamp, now);
}

function hashOfSources(): string {
	const hash = createHash('sha256');
	// Written by the build itself from messages/.
	const made = join('src', 'lib', 'paraglide');
	const inFolders = globSync(
		sources.map((folder) => `${folder}/**/*`),
		{ cwd: project, withFileTypes: true }
	)
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
		.filter((path) => !path.startsWith(made));
	for (const path of [...inFolders, ...files].sort())
		hash.update(`${path}\0`).update(readFileSync(join(project, path)));
	return hash.digest('hex');
}

function viteBuild(sourcesHash: string): Promise<void> {
	const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: project,
		stdio: 'inherit',
		env: { ...process.env, NODE_ENV: 'production', ATHAND_BUILD: `${version}-${sourcesHash.slice(0, 12)}` }
	});
	const stop = () => child.kill();
	process.once('exit', stop);
	return new Promise((resolve, reject) =>
		child.once('error', reject).once('exit', (code) => {
			process.off('exit', stop);
			if (code === 0) resolve();
			else reject(new Refusal('the build failed; the lines above say why.'));
		})
	);
}
