import { existsSync, globSync, readFileSync } from 'node:fs';

// Every numbered rule of sync/SPEC.md ("[OB3]") is cited by the title of a test, and no title cites a rule that is not there.

const rule = /\[([A-Z]{2,3}\d+)\]/g;
const numbers = (text: string) => [...text.matchAll(rule)].map(([, number]) => number!);

const spec = 'src/lib/sync/SPEC.md';
const rules = new Set(numbers(existsSync(spec) ? readFileSync(spec, 'utf8') : ''));
const titles = globSync(['src/**/*.test.ts', 'tests/**/*.{test,spec}.ts']).flatMap((file) =>
	[...readFileSync(file, 'utf8').matchAll(/\b(?:it|test|describe)[^(\n]*\(\s*(['"`])(.*?)\1/g)].map(
		([, , title]) => title!
	)
);
const cited = new Set(titles.flatMap(numbers));

const untested = [...rules].filter((number) => !cited.has(number));
const unknown = [...cited].filter((number) => !rules.has(number));
for (const number of untested) console.error(`${spec}: no test cites [${number}]`);
for (const number of unknown) console.error(`a test cites [${number}], which is no rule of ${spec}`);
console.log(`${rules.size} rules, ${rules.size - untested.length} of them tested`);
process.exit(untested.length || unknown.length || !rules.size ? 1 : 0);
