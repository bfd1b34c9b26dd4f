import { addPhotos, askIt, begin, expectAllSent, send } from '#tests/ask-it.ts';
import { Caller } from '#tests/caller.ts';
import type { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import { Gallery } from '#tests/pictures.ts';
import type { Server } from '#tests/server.ts';
import { signInAs } from '#tests/sign-in.ts';

// kill -9 of the server while a real phone sends. It starts again on the same data, and the phone goes on by itself.

/** Kills it so many ms after this has passed on its way from the phone. */
function killAfter(server: Server, phone: Device, request: string, ms: number): Promise<void> {
	return new Promise((killed) => {
		phone.network.onSent = (bytes) => {
			if (!bytes.includes(request)) return;
			phone.network.onSent = undefined;
			setTimeout(() => void server.end('SIGKILL').then(killed), ms);
		};
	});
}

for (const ms of [0, 15])
	test(`killed ${ms} ms into a push of five reports: each is one case`, async ({ phone, server }) => {
		await signInAs(phone.page, 'Mette Kjær');
		await phone.goOffline();
		const texts = [1, 2, 3, 4, 5].map((n) => `Dræbt efter ${ms} ms, nummer ${n}`);
		for (const text of texts) await askIt(phone.page, text);
		const killed = killAfter(server, phone, 'POST /api/trpc/sync.push', ms);
		await phone.goOnline();
		await killed;
		await expect(phone.page.getByRole('heading', { name: 'Gemt på enheden' })).toBeVisible();
		await server.start();
		await expectAllSent(phone.page);
		const anna = await Caller.signIn(server, 'Anna Lind');
		expect(await anna.timesReported(texts)).toEqual([1, 1, 1, 1, 1]);
	});

test('killed in the middle of an upload: the photo is whole and shown once', async ({ phone, server }) => {
	const gallery = new Gallery();
	await signInAs(phone.page, 'Mette Kjær');
	const { page } = phone;
	const text = 'Dræbt, mens billedet kom';
	await begin(page, text);
	await addPhotos(page, [await gallery.photo('stor.png')]);
	const killed = killAfter(server, phone, 'PATCH /api/uploads/', 5);
	await send(page);
	await killed;
	await server.start();
	await expectAllSent(page);
	const anna = await Caller.signIn(server, 'Anna Lind');
	expect(await anna.timesReported([text])).toEqual([1]);
	const shown = async () => {
		const ticket = (await anna.cases()).find(({ report }) => report.text === text)!;
		const { fileId, size } = ticket.report.photos[0]!;
		return { state: ticket.photoStates[fileId], isLarge: size > 1_000_000 };
	};
	await expect.poll(shown, { timeout: 40_000 }).toEqual({ state: 'published', isLarge: true });
	gallery.throwAway();
});
