import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

// Each line plants one violation in a file that does not exist and expects lint to find it, and only it.

const eslint = new ESLint();
const found = async (path: string, text: string) => {
	const [result] = await eslint.lintText(text, { filePath: path });
	return [...new Set(result!.messages.map(({ ruleId }) => ruleId))];
};
const importing = (path: string, from: string, type = '') => found(path, `import ${type}'${from}';\n`);

const refused: [file: string, imports: string][] = [
	['src/lib/domain/x.ts', '#lib/text/analyser.ts'],
	['src/lib/domain/x.ts', 'svelte'],
	['src/lib/domain/x.ts', 'node:fs'],
	['src/lib/domain/ticket/x.ts', '#lib/server/db.ts'],
	['src/lib/domain/x.ts', '../text/analyser.ts'],
	['src/lib/domain/ticket/mutations/x.ts', '../../ids.ts'],
	['src/lib/text/x.ts', '#lib/guides/queries.ts'],
	['src/lib/ui/X.svelte.ts', '#lib/paraglide/messages.js'],
	['src/lib/ui/x.ts', '#lib/tickets/queries.ts'],
	['src/lib/server/x.ts', '#lib/tickets/server/repository.ts'],
	['src/lib/server/x.ts', '#lib/ui/theme.ts'],
	['src/lib/sync/x.ts', '#lib/tickets/actions.ts'],
	['src/lib/sync/x.ts', 'idb'],
	['src/lib/sync/x.ts', '#lib/server/db.ts'],
	['src/lib/sync/local-db.ts', 'postgres'],
	['src/lib/guides/x.ts', '#lib/tickets/queries.ts'],
	['src/lib/tickets/x.ts', '#lib/desk/queue.ts'],
	['src/lib/tickets/x.ts', '#lib/tickets/server/repository.ts'],
	['src/lib/tickets/x.ts', 'zod'],
	['src/lib/tickets/server/router.ts', 'drizzle-orm'],
	['src/lib/tickets/server/router.ts', '#lib/people/server/repository.ts'],
	['src/lib/tickets/server/repository.ts', '#lib/ui/theme.ts'],
	['src/lib/desk/x.ts', '#lib/report/draft.ts'],
	['src/lib/desk/x.ts', '#lib/app/registry.ts'],
	['src/lib/home/x.ts', 'idb'],
	['src/routes/x.ts', 'drizzle-orm'],
	['src/routes/x.ts', '../../app.ts'],
	['src/routes/x.ts', '#lib/tickets/queries'],
	['src/lib/app/x.ts', 'workbox-precaching'],
	['src/lib/home/x.ts', 'workbox-window']
];

const allowed: [file: string, imports: string][] = [
	['src/lib/domain/ticket/x.ts', '../ids.ts'],
	['src/lib/domain/x.ts', 'zod/mini'],
	['src/lib/text/x.ts', '#lib/domain/ids.ts'],
	['src/lib/server/x.ts', 'postgres'],
	['src/lib/sync/local-db.ts', 'idb'],
	['src/lib/sync/server/apply.ts', 'drizzle-orm'],
	['src/lib/sync/server/apply.ts', '#lib/server/db.ts'],
	['src/lib/tickets/x.ts', '#lib/sync/mutate.ts'],
	['src/lib/tickets/server/repository.ts', 'drizzle-orm/pg-core'],
	['src/lib/people/server/staff/repository.ts', 'drizzle-orm'],
	['src/lib/tickets/server/router.ts', '#lib/server/trpc.ts'],
	['src/lib/tickets/server/router.ts', '../actions.ts'],
	['src/lib/desk/x.ts', '#lib/tickets/queries.ts'],
	['src/lib/app/x.ts', 'workbox-window'],
	['src/service-worker/x.ts', 'workbox-precaching'],
	['src/routes/x.ts', '#lib/desk/queue.ts']
];

describe('directions', () => {
	it.each(refused)('%s may not import %s', async (file, imports) => {
		expect(await importing(file, imports)).toEqual(['no-restricted-imports']);
	});

	it.each(allowed)('%s may import %s', async (file, imports) => {
		expect(await importing(file, imports)).toEqual([]);
	});

	it('lets the client know the shape of the router, and no code of it', async () => {
		const router = '#lib/app/server/router.ts';
		expect(await found('src/lib/sync/x.ts', `export type { AppRouter } from '${router}';\n`)).toEqual([]);
		expect(await importing('src/lib/sync/x.ts', router)).toEqual(['no-restricted-imports']);
	});
});

describe('habits', () => {
	it('keeps clock and chance out of the domain', async () => {
		const file = 'src/lib/domain/x.ts';
		expect(await found(file, 'export const at = new Date();\n')).toEqual(['no-restricted-syntax']);
		expect(await found(file, 'export const at = Date.now();\n')).toEqual(['no-restricted-properties']);
		expect(await found(file, 'export const chance = Math.random();\n')).toEqual(['no-restricted-properties']);
		expect(await found(file, 'export const got = fetch;\n')).toEqual(['no-restricted-globals']);
		expect(await found(file, 'export const at = (text: string) => new Date(text);\n')).toEqual([]);
	});

	it('lets {@html} stand in one file', async () => {
		const html = '<script lang="ts">\n\tconst { body }: { body: string } = $props();\n</script>\n\n{@html body}\n';
		expect(await found('src/lib/tickets/Message.svelte', html)).toEqual(['svelte/no-at-html-tags']);
		expect(await found('src/lib/guides/GuideBody.svelte', html)).toEqual([]);
	});

	it('refuses long files, `any`, and comments that switch a rule off', async () => {
		expect(await found('src/lib/ui/x.ts', 'export const a = 1;\n'.replace(/^/, '\n'.repeat(300)))).toEqual([
			'max-lines'
		]);
		expect(await found('src/lib/ui/x.ts', 'export const a: any = 1;\n')).toEqual([
			'@typescript-eslint/no-explicit-any'
		]);
		const switchedOff = '/* eslint-disable */\nexport const a: any = 1;\n';
		expect(await found('src/lib/ui/x.ts', switchedOff)).toContain('@typescript-eslint/no-explicit-any');
		const ignored = '// @ts-ignore\nexport const a = 1;\n';
		expect(await found('src/lib/ui/x.ts', ignored)).toEqual(['@typescript-eslint/ban-ts-comment']);
	});
});
