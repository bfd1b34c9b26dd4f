import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errors } from '#lib/domain/errors.ts';
import { missingMessages } from './messages.mjs';

// A key is never put together from parts: it stands whole after `m.`, or in the table of errors.

const source = globSync('src/**/*.{ts,svelte}', { exclude: ['src/lib/paraglide/**', '**/*.test.ts'] })
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n');
const used = new Set([
	...[...source.matchAll(/\bm\s*\.\s*(\w+)/g)].map(([, key]) => key!),
	...Object.values(errors).map(({ message }) => message)
]);
const kept = readdirSync('messages').flatMap((area) =>
	Object.keys(JSON.parse(readFileSync(`messages/${area}/en.json`, 'utf8')) as object)
);

it('has each message in every language', () => {
	expect(missingMessages()).toEqual([]);
});

it('keeps no message that nothing says', () => {
	expect(kept.filter((key) => !used.has(key))).toEqual([]);
});
