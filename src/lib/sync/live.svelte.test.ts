import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DepartmentId, OrganisationId, PersonId } from '#lib/domain/ids.ts';
import type { Me } from '#lib/domain/rows.ts';
import { drafts, dropDraft, saveDraft } from './drafts.ts';
import { NewerDatabase } from './guard.ts';
import { newId } from './ids.ts';
import { leave } from './leave.ts';
import LiveProbe from './LiveProbe.svelte';
import { personStore } from './local-db.ts';
import { signIn } from './me.ts';
import { trouble } from './trouble.svelte.ts';

// In a real browser with its real IndexedDB.

const me: Me = {
	personId: newId<PersonId>(),
	name: 'Mette Kjær',
	organisationId: newId<OrganisationId>(),
	departmentId: newId<DepartmentId>(),
	locale: 'da',
	grants: []
};
const ids = async (kind: string) => (await drafts(kind)).map(({ id }) => id).sort();

beforeEach(() => signIn(me));
afterEach(() => leave(me.personId));

it('waits, answers, and follows every change', async () => {
	const screen = await render(LiveProbe, { query: ids, name: 'report' });
	await expect.element(screen.getByText('none')).toBeVisible();
	await saveDraft('one', 'report', { text: 'It' });
	await expect.element(screen.getByText('one')).toBeVisible();
	await saveDraft('two', 'report', { text: 'It' });
	await expect.element(screen.getByText('one, two')).toBeVisible();
	await dropDraft('one');
	await expect.element(screen.getByText('two', { exact: true })).toBeVisible();
});

it('follows what another connection writes, as another tab does', async () => {
	const screen = await render(LiveProbe, { query: ids, name: 'report' });
	await expect.element(screen.getByText('none')).toBeVisible();
	const other = personStore(me.personId);
	await other.write((tx) => tx.put('draft', { id: 'theirs', kind: 'report', data: null, savedAt: '' }));
	await expect.element(screen.getByText('theirs')).toBeVisible();
	other.close();
});

/** The query of a large store: takes its time. */
function taking(tookMs: number) {
	const runs: { began: number; ended: number }[] = [];
	const slow = async (kind: string) => {
		const began = performance.now();
		await new Promise((resolve) => setTimeout(resolve, tookMs));
		const found = await ids(kind);
		runs.push({ began, ended: performance.now() });
		return found;
	};
	return { slow, runs };
}

it('answers a commit at once, also when the query before has only just ended and takes long', async () => {
	const tookMs = 200;
	const { slow, runs } = taking(tookMs);
	const screen = await render(LiveProbe, { query: slow, name: 'report' });
	await expect.element(screen.getByText('none')).toBeVisible();
	const before = runs.length;
	const committed = performance.now();
	await saveDraft('saved', 'report', null);
	await vi.waitFor(() => expect(runs.length).toBeGreaterThan(before));
	expect(runs[before]!.began - committed, 'without a rest').toBeLessThan(tookMs);
	await expect.element(screen.getByText('saved')).toBeVisible();
});

it('leaves the database to those who write for longer than its query takes', async () => {
	const tookMs = 40;
	const { slow, runs } = taking(tookMs);
	const screen = await render(LiveProbe, { query: slow, name: 'report' });
	for (let n = 0; runs.length < 9; n += 1) await saveDraft(`draft-${n % 5}`, 'report', null);
	// The first of them were answered at once.
	const pauses = runs
		.slice(1)
		.map(({ began }, n) => began - runs[n]!.ended)
		.slice(4);
	expect(Math.min(...pauses)).toBeGreaterThan(2 * tookMs);
	await saveDraft('last', 'report', null);
	await expect.element(screen.getByText('draft-0, draft-1, draft-2, draft-3, draft-4, last')).toBeVisible();
});

it('asks anew when what the query reads changes', async () => {
	await saveDraft('one', 'report', null);
	await saveDraft('two', 'reply', null);
	const screen = await render(LiveProbe, { query: ids, name: 'report' });
	await expect.element(screen.getByText('one')).toBeVisible();
	await screen.rerender({ query: ids, name: 'reply' });
	await expect.element(screen.getByText('two')).toBeVisible();
});

it('[ST3] lets go of the database when a newer tab upgrades it, and does not touch it again', async () => {
	const personId = newId();
	const store = personStore(personId);
	await store.read((tx) => tx.all('draft'));
	const newer = await new Promise<IDBDatabase>((resolve, reject) => {
		const upgrade = indexedDB.open(`athand-${personId}`, 20);
		upgrade.onsuccess = () => resolve(upgrade.result);
		upgrade.onerror = () => reject(upgrade.error);
	});
	await expect(store.read((tx) => tx.all('draft'))).rejects.toThrow(NewerDatabase);
	newer.close();
	await store.destroy();
});

it('says that the storage does not answer, and follows again when it does', async () => {
	let isBroken = true;
	const query = async (kind: string) => {
		if (isBroken) throw new DOMException('IO error', 'UnknownError');
		return ids(kind);
	};
	const screen = await render(LiveProbe, { query, name: 'report' });
	await vi.waitFor(() => expect(trouble.why).toBe('silent'));
	isBroken = false;
	await saveDraft('one', 'report', {});
	await expect.element(screen.getByText('one')).toBeVisible();
	expect(trouble.why).toBeNull();
});
