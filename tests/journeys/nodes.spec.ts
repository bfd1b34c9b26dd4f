import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startCluster, type Cluster } from '../../scripts/start/cluster.ts';
import { Device } from '#tests/device.ts';
import { expect, test } from '#tests/fixtures.ts';
import { expectPicture, photoOf } from '#tests/photo.ts';
import { Server } from '#tests/server.ts';
import { signInAs } from '#tests/sign-in.ts';

// Two nodes of the production build on one PostgreSQL and one folder of files: the phone knows one of them, the tablet
// the other, and the people who hold them notice nothing of it.

const folder = join(tmpdir(), `athand-nodes-${process.pid}`);
let cluster: Cluster;
let nodes: [Server, Server];
let phone: Device;
let tablet: Device;
let tabletsNode: Server;

test.beforeAll(async () => {
	test.setTimeout(200_000);
	cluster = await startCluster(join(folder, 'database'));
	const env = { ATHAND_MODE: 'demo', DATABASE_URL: cluster.url('postgres'), DATA_DIR: join(folder, 'files') };
	// At the same moment: one of them makes the tables and the people, the other waits for it.
	nodes = await Promise.all([Server.start(env), Server.start(env)]);
	tabletsNode = nodes[1];
	const kind = { viewport: { width: 360, height: 640 }, isMobile: true, locale: 'da-DK' };
	phone = await Device.make(kind, () => nodes[0].port);
	tablet = await Device.make(
		{ ...kind, viewport: { width: 1024, height: 768 }, isMobile: false },
		() => tabletsNode.port
	);
});

test.afterAll(async () => {
	await Promise.all([phone?.remove(), tablet?.remove()]);
	await Promise.all(nodes?.map((node) => node.remove()) ?? []);
	await cluster?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const text = 'Døren til kølerummet låser ikke';

/** On the phone, with a photo; answers the page that shows the case. */
async function report(): Promise<Page> {
	const { page } = phone;
	await signInAs(page, 'Mette Kjær');
	await page.goto('/report?topic=question');
	await page.getByLabel('Hvad har du brug for?').fill(text);
	await page.getByRole('radio', { name: 'Ja', exact: true }).click();
	await page.getByLabel('Tag et billede').setInputFiles(await photoOf('door.jpg'));
	await expect(page.getByText('Klar', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Send til IT' }).click();
	await page.waitForURL('**/receipt/*');
	await page.goto('/cases');
	await page.getByRole('link', { name: text }).click();
	return page;
}

async function answer(page: Page, words: string): Promise<void> {
	await page.getByRole('textbox', { name: 'Svar Mette på dansk' }).fill(words);
	await page.getByRole('button', { name: 'Send svaret' }).click();
}

async function write(page: Page, words: string): Promise<void> {
	await page.getByRole('textbox', { name: 'Skriv til IT' }).fill(words);
	await page.getByRole('button', { name: 'Send svaret' }).click();
}

test('[LV1] an answer given on one node reaches a phone on the other within two seconds, also after that node was killed', async () => {
	test.setTimeout(120_000);
	const mettes = await report();
	await signInAs(tablet.page, 'Anna Lind');
	const annas = tablet.page;
	await annas.goto('/desk');
	await annas.getByRole('searchbox').fill(text);
	await annas.getByRole('link', { name: text }).click();

	// Received and drawn anew by one node, shown by the other.
	await expectPicture(annas.getByRole('img', { name: 'Billede 1 af 1 fra Mette' }));
	await answer(annas, 'Vi kommer klokken ti.');
	await expect(mettes.getByText('Vi kommer klokken ti.')).toBeVisible({ timeout: 2_000 });

	const [phonesNode, dyingNode] = nodes;
	await dyingNode.end('SIGKILL');
	await answer(annas, 'Tag handsker på imens.');
	await expect(annas.getByText(/Venter på net|Sender/).first()).toBeVisible();
	tabletsNode = phonesNode;
	await expect(mettes.getByText('Tag handsker på imens.')).toBeVisible({ timeout: 70_000 });
	await expect(mettes.getByText('Tag handsker på imens.')).toHaveCount(1);

	// What the tablet could send also opened its stream again, on the node that is left.
	await write(mettes, 'Tak, det gør jeg');
	await expect(annas.getByText('Tak, det gør jeg').first()).toBeVisible({ timeout: 3_000 });
	await answer(annas, 'Godt.');
	await expect(mettes.getByText('Godt.', { exact: true })).toBeVisible({ timeout: 2_000 });
	await write(mettes, 'Vi ses');
	await expect(annas.getByText('Vi ses').first()).toBeVisible({ timeout: 2_000 });
});
