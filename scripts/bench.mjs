import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

// npm run bench -- <name> [--json]. The last line of --json is one object {bench, figures, machine}.

const [name, ...flags] = process.argv.slice(2);
const file = new URL(`../tests/bench/${name}.ts`, import.meta.url);
if (!name || !/^[a-z-]+$/.test(name) || name === 'bench' || !existsSync(file)) {
	console.error('usage: npm run bench -- first-load | cold-start | sync | api | answers  [--json]');
	process.exit(2);
}
const json = flags.includes('--json');
/** @type {{ bench: import('../tests/bench/bench.ts').Bench }} */
const { bench } = await import(file.href);
const figures = await bench((line) => console.error(line));
for (const { name, value, unit, target, peer, ratio } of figures)
	console.log(
		`${name.padEnd(20)} ${String(value).padStart(10)} ${unit.padEnd(4)} target ${target}` +
			(peer === undefined ? '' : `   peer ${peer} ${unit}`) +
			(ratio === undefined ? '' : `   ratio ${ratio}`)
	);
const processor = cpus();
const machine = {
	cores: processor.length,
	processor: processor[0]?.model ?? 'unknown',
	memoryGb: Math.round(totalmem() / 1e9),
	node: process.version
};
if (json) console.log(JSON.stringify({ bench: name, figures, machine }));
// Pools and browsers of a failed run must not hold the command open.
process.exit(0);
