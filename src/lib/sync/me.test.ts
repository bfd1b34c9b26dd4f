import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { draft, drafts, dropDraft, saveDraft } from './drafts.ts';
import { currentSession, installId, residents, signedIn, signIn, signOut } from './me.ts';
import { mutate } from './mutate.ts';
import { outbox } from './outbox.ts';
import { rows } from './rows.ts';
import { mette, newReport } from './test-local.ts';

it('remembers who is signed in, also without network', async () => {
	expect(await signedIn()).toBeNull();
	expect(await mutate('ticket.report', newReport())).toEqual({ ok: false, code: 'signed_out' });
	await signIn(mette);
	expect(await signedIn()).toEqual(mette);
	expect(await residents()).toEqual([{ personId: mette.personId, name: mette.name }]);
	expect(await installId()).toBe(await installId());
});

it('reads what was saved, and tells whoever watches', async () => {
	await signIn(mette);
	const session = await currentSession();
	let told = 0;
	const stop = session!.store.watch(() => (told += 1));
	const input = newReport();
	const result = await mutate('ticket.report', input);
	expect(result.ok).toBe(true);
	expect(await rows.ticket.get(input.ticketId)).toMatchObject({ reference: 'K7F2' });
	expect(await rows.ticket.where('departmentId', mette.departmentId)).toHaveLength(1);
	expect(await outbox.items()).toMatchObject([{ kind: 'ticket.report', state: 'queued' }]);
	expect(told).toBeGreaterThan(0);
	stop();
});

it('keeps drafts with their bytes until they are dropped', async () => {
	await signIn(mette);
	await saveDraft('one', 'report', { text: 'It', photo: new Uint8Array([7]).buffer });
	expect((await draft('one'))?.data).toMatchObject({ text: 'It', photo: new Uint8Array([7]).buffer });
	expect(await drafts('report')).toHaveLength(1);
	await dropDraft('one');
	expect(await draft('one')).toBeUndefined();
	await signOut();
	expect(await signedIn()).toBeNull();
});
