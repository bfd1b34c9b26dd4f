import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// A rule without a test is a wish; a test of a rule that nobody wrote down is a secret.

const rules = [...readFileSync(new URL('SPEC.md', import.meta.url), 'utf8').matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map(
	([, rule]) => rule!
);
const cited = new Set(
	globSync(['src/**/*.test.ts', 'tests/**/*.test.ts', 'tests/**/*.spec.ts']).flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, rule]) => rule!)
	)
);

it('numbers every rule once', () => {
	expect(rules.length).toBeGreaterThan(40);
	expect(rules).toEqual([...new Set(rules)]);
});

it('has a test for every rule', () => {
	expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
});

it('has a rule for every test that cites one', () => {
	expect([...cited].filter((rule) => !rules.includes(rule))).toEqual([]);
});
