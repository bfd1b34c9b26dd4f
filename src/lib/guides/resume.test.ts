import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { signIn } from '#lib/sync/me.ts';
import { drafts } from '#lib/sync/drafts.ts';
import { mette } from '#lib/sync/test-local.ts';
import { placeBefore, rememberPlace } from './resume.ts';

const hourMs = 3_600_000;

it('remembers a step for a day, and forgets the end of a reading', async () => {
	await signIn(mette);
	expect(await placeBefore('wifi-store', Date.now())).toBeNull();
	await rememberPlace('wifi-store', 3);
	await rememberPlace('cash-drawer', 1);
	expect(await placeBefore('wifi-store', Date.now() + 23 * hourMs)).toBe(3);
	expect(await placeBefore('cash-drawer', Date.now())).toBe(1);

	await rememberPlace('cash-drawer', 'worked');
	expect(await placeBefore('cash-drawer', Date.now())).toBeNull();
	await rememberPlace('cash-drawer', 2);
	await rememberPlace('cash-drawer', 0);
	expect(await placeBefore('cash-drawer', Date.now())).toBeNull();

	expect(await placeBefore('wifi-store', Date.now() + 25 * hourMs)).toBeNull();
	expect(await drafts('guide-place'), 'what is older than a day is gone').toEqual([]);
});
