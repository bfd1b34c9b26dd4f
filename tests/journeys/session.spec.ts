import { demoId } from '#lib/server/demo-id.ts';
import { askIt, begin, expectAllSent, send } from '#tests/ask-it.ts';
import { Caller } from '#tests/caller.ts';
import { expectForEverybody, speak } from '#tests/everybody.ts';
import { expect, test } from '#tests/fixtures.ts';
import { expectPicture, photoOf } from '#tests/photo.ts';
import { signInAs } from '#tests/sign-in.ts';
import { sizes } from '#tests/stage.ts';

// Sessions end while something waits on the phone. Nothing of it is lost, and nobody sends in another's name.

const signedOut = 'Du er logget ud';

test('a session that ended with a full outbox: one goes on writing, signs in where one was, and all of it is sent once', async ({
	phone,
	server
}) => {
	test.setTimeout(150_000);
	await signInAs(phone.page, 'Mette Kjær');
	await phone.goOffline();
	const texts = ['Udløb, den første', 'Udløb, den anden', 'Udløb, skrevet bagefter'];
	for (const text of texts.slice(0, 2)) await askIt(phone.page, text);
	const elsewhere = await Caller.signIn(server, 'Mette Kjær');
	await elsewhere.mutate('people.signOutElsewhere');

	await phone.goOnline();
	const page = await phone.restart('/');
	await expect(page.getByRole('region', { name: signedOut })).toContainText('Det bliver sendt, når du logger ind igen');
	await askIt(page, texts[2]!);
	for (const path of ['/cases', '/outbox']) {
		await page.goto(path);
		await expect(page.getByRole('region', { name: signedOut })).toContainText('Venter på at blive sendt: 3');
	}
	await expectForEverybody(page, sizes.phone, async (language) => {
		await speak(page, language);
		await page.goto('/');
		await page
			.getByRole('region')
			.filter({ has: page.locator('a[href^="/sign-in"]') })
			.waitFor();
	});
	await page.goto('/outbox');
	const anna = await Caller.signIn(server, 'Anna Lind');
	expect(await anna.timesReported(texts)).toEqual([0, 0, 0]);

	await page.getByRole('link', { name: 'Log ind igen' }).click();
	await expect(page.getByText('Mette Kjær, det, du har skrevet her, bliver sendt')).toBeVisible();
	await page.getByRole('button', { name: /Mette Kjær/ }).click();
	await page.waitForURL('**/outbox');
	await expect(page.getByRole('heading', { name: 'Alt er sendt' })).toBeVisible({ timeout: 30_000 });
	await expect(page.getByText(signedOut)).toHaveCount(0);
	expect(await anna.timesReported(texts)).toEqual([1, 1, 1]);
	const cases = (await anna.cases()).filter(({ report }) => texts.includes(report.text));
	expect(new Set(cases.map(({ reporter }) => reporter.name))).toEqual(new Set(['Mette Kjær']));
});

test('another signs in where a session had ended: what the first has not sent stays, counted, and goes under their name', async ({
	phone,
	server
}) => {
	const text = 'Skrevet, før telefonen gik videre';
	await signInAs(phone.page, 'Mette Kjær');
	await phone.goOffline();
	await askIt(phone.page, text);
	await (await Caller.signIn(server, 'Mette Kjær')).mutate('people.signOutElsewhere');
	await phone.goOnline();
	const { page } = phone;
	await page.goto('/');
	await page.getByRole('link', { name: 'Log ind igen' }).click();
	await page.getByRole('button', { name: /Yusuf/ }).click();
	await page.waitForURL(/\/$/);
	await expect(page.getByText('Venter her fra Mette: 1')).toBeVisible();
	await page.goto('/cases');
	await expect(page.getByRole('main')).toBeVisible();
	await expect(page.getByText(text)).toHaveCount(0);
	const anna = await Caller.signIn(server, 'Anna Lind');
	expect(await anna.timesReported([text])).toEqual([0]);

	await page.goto('/me');
	await page.getByRole('button', { name: 'Log ud' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Log ud' }).click();
	await page.waitForURL('**/sign-in');
	await page.getByRole('button', { name: /Mette Kjær/ }).click();
	await page.waitForURL(/\/$/);
	await expectAllSent(page);
	expect(await anna.timesReported([text])).toEqual([1]);
	expect((await anna.cases()).find(({ report }) => report.text === text)?.reporter.name).toBe('Mette Kjær');
});

test('two windows with one outbox and one draft: one case of each, and the second window says so', async ({
	phone,
	server
}) => {
	await signInAs(phone.page, 'Mette Kjær');
	const first = phone.page;
	await phone.goOffline();
	const waiting = 'Ventede i to vinduer';
	await askIt(first, waiting);
	const drafted = 'En kladde i to vinduer';
	await begin(first, drafted);
	const second = await phone.context.newPage();
	await second.goto(first.url());
	await expect(second.getByLabel('Hvad har du brug for?')).toHaveValue(drafted);

	await send(first);
	await second.getByRole('button', { name: 'Send til IT' }).click();
	await expect(second.getByRole('region', { name: 'Allerede sendt fra et andet vindue' })).toContainText(
		'Intet sendes to gange'
	);
	await phone.goOnline();
	await expectAllSent(second);
	await expectAllSent(first);
	const anna = await Caller.signIn(server, 'Anna Lind');
	expect(await anna.timesReported([waiting, drafted])).toEqual([1, 1]);
});

test('[SV31] [PU11] removed while offline: words and photo reach IT by themselves, the phone says so, and IT makes a case of them', async ({
	phone,
	tablet,
	server
}) => {
	const text = 'Skrevet på den sidste dag';
	await signInAs(phone.page, 'Birgit Lund');
	await phone.goOffline();
	await begin(phone.page, text);
	await phone.page.getByLabel('Tag et billede').setInputFiles(await photoOf('shelf.jpg'));
	await expect(phone.page.getByText('Klar', { exact: true })).toBeVisible();
	await send(phone.page);
	const hanne = await Caller.signIn(server, 'Hanne Vester');
	const organisationId = demoId('organisation', 1, 1);
	const [birgit] = await hanne.query<{ id: string }[]>('staff.search', { organisationId, wanted: 'Birgit Lund' });
	await hanne.mutate('staff.remove', { organisationId, id: birgit!.id });

	await phone.goOnline();
	await phone.page.goto('/outbox');
	await expect(phone.page.getByText('Hos IT', { exact: true })).toBeVisible({ timeout: 40_000 });
	const left = phone.page.getByRole('region', { name: 'Du har ikke længere adgang her' });
	await expect(left).toContainText('Det, du har skrevet her, er hos IT');
	await expect(left.getByRole('link')).toHaveCount(0);
	const annas = tablet.page;
	await signInAs(annas, 'Anna Lind');
	await annas.goto('/desk/settings/held');
	const held = annas.getByRole('region', { name: text });
	await expect(held).toContainText('Birgit Lund');
	await held.getByRole('button', { name: /^Gør det til en sag/ }).click();
	await expect(annas.getByText(/Anna Lind gjorde det til sag \d+/)).toBeVisible();
	await annas.goto('/desk');
	await annas.getByRole('searchbox').fill(text);
	await annas.getByRole('link', { name: text }).click();
	await expectPicture(annas.getByRole('img', { name: 'Billede 1 af 1 fra Birgit' }));
});
