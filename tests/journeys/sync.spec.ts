import type { OutboxRow } from '#lib/sync/tables.ts';
import { expect, test } from '#tests/fixtures.ts';

/** What lies in this device's own database, read past the app. */
const outbox = async () => {
	const name = (await indexedDB.databases()).find(({ name }) => /^athand-[0-9a-f]{8}-/.test(name ?? ''))?.name;
	if (!name) return [];
	const db = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
	});
	const items = await new Promise<OutboxRow[]>((resolve) => {
		const request = db.transaction('outbox').objectStore('outbox').getAll();
		request.onsuccess = () => resolve(request.result);
	});
	db.close();
	return items;
};

test('a report written offline outlives a killed browser and arrives', async ({ phone }) => {
	test.setTimeout(150_000);
	await phone.page.goto('/sign-in');
	await phone.page.getByRole('button', { name: /Mette Kjær/ }).click();
	await expect(phone.page).not.toHaveURL(/sign-in/);
	await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null);

	// The browser writes cookies down when it closes, or half a minute later: a kill before that would sign out as well.
	await phone.restart('/');
	await phone.goOffline();
	await phone.page.goto('/report');
	await phone.page.getByRole('button', { name: 'Håndterminal' }).click();
	await phone.page.waitForURL(/symptom$/);
	await phone.page.getByRole('main').getByRole('button').first().click();
	await phone.page.waitForURL(/(guide|work)$/);
	await phone.page.goto(phone.page.url().replace(/guide$/, 'work'));
	await phone.page.getByRole('radio', { name: 'Ja, men det er besværligt' }).check();
	await phone.page.getByRole('button', { name: 'Send til IT' }).click();
	await phone.page.waitForURL(/receipt/);
	expect(await phone.page.evaluate(outbox)).toMatchObject([{ kind: 'ticket.report', isPending: 1, number: null }]);

	await phone.crash('/outbox');
	expect(await phone.page.evaluate(outbox)).toMatchObject([{ kind: 'ticket.report', isPending: 1, number: null }]);
	await phone.goOnline();
	await expect
		.poll(() => phone.page.evaluate(outbox), { timeout: 70_000 })
		.toMatchObject([{ kind: 'ticket.report', state: 'acked', isPending: 0, number: expect.any(Number) }]);
});
