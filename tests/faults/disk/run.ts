import { setTimeout as sleep } from 'node:timers/promises';
import type { Device } from '#tests/device.ts';
import { signInAs } from '#tests/sign-in.ts';
import type { Verdict } from '../invariants.ts';
import { photo, report, type Moments, type Told } from './person.ts';
import type { SmallDisk } from './small-disk.ts';
import { arrivedAt, keptOn } from './truth.ts';

// One life of a phone whose disk becomes full at some moment while its owner reports without network; it is killed,
// opened while full, killed again, gets room, and is judged once it has sent what it holds.

/** Bytes that are left when the disk is "full": nothing, less than a text, less than a photo, one photo. */
const leaves = [0, 40_000, 300_000, 1_000_000, 2_500_000];
const fillAt = ['beforePhotos', 'beforeSend', 'whileSaving', 'never'] as const;

export type Phone = { device: Device; disk: SmallDisk; dataDir: string };
/** The next number below n. */
export type Chance = (n: number) => number;

export async function run(
	{ device, disk, dataDir }: Phone,
	chance: Chance,
	say: (line: string) => void
): Promise<Verdict> {
	const told: Told[] = [];
	const photos = await Promise.all([1, 2].map(photo));
	await signInAs(device.page, 'Mette Kjær');
	// The browser writes cookies down when it closes.
	await device.close();
	disk.installed(device.network.url);
	await device.start('/');
	await device.goOffline();
	const write = async (moments?: Moments) => {
		const text = `Nr. ${chance(2 ** 31)}`;
		const said = await report(device.page, { text, photos: photos.slice(0, chance(3)) }, moments);
		told.push(said);
		say(
			`${text}: ${said.said}, ${said.photos} photos, ${disk.free} bytes free${said.said === 'saved' ? '' : ` (${said.words.replaceAll('\n', ' ')})`}`
		);
	};

	await write();
	const [at, leave] = [fillAt[chance(fillAt.length)]!, leaves[chance(leaves.length)]!];
	say(`full ${at}, ${leave} bytes left`);
	await write(at === 'never' ? {} : { [at]: () => disk.fill(leave) });
	if (at === 'never') disk.fill(leave);
	if (chance(2)) await write();
	await sleep(chance(3) * chance(400));
	await device.kill();
	say('killed');

	if (chance(2)) disk.fill(leaves[chance(leaves.length)]!);
	const isOnline = chance(2) === 1;
	await device
		.start('/outbox')
		.catch((error: unknown) => say(`the app does not open: ${String(error).split('\n')[0]}`));
	if (isOnline) await device.goOnline();
	say(`opened while full${isOnline ? ', with network' : ''}`);
	if (chance(2)) await write();
	await sleep(chance(2_000));
	await device.kill();

	disk.makeRoom();
	// Where the browser threw its files away as well, the app opens only with network.
	await device.start('/outbox').catch(() => undefined);
	if (!isOnline) await device.goOnline();
	const openedAt = new Date().toISOString();
	await backIn(device);
	const drained = await eventually(() => hasDrained(device, openedAt));
	return judge({ told, isDrained: drained, phone: { device, disk, dataDir }, say });
}

/** A browser that lost its cookies or its database asks who it is. */
async function backIn({ page, context }: Device): Promise<void> {
	await page.goto('/outbox');
	await page.locator('h1').first().waitFor();
	const isKnown = (await context.cookies()).length > 0 && !/sign-in|welcome/.test(page.url());
	if (!isKnown) await signInAs(page, 'Mette Kjær');
	await page.goto('/outbox');
}

/** Nothing waits, and the server has been asked since. */
async function hasDrained({ page }: Device, since: string): Promise<boolean> {
	const { outbox, files, syncedAt } = await keptOn(page);
	if (!syncedAt || syncedAt < since) return false;
	return (
		!outbox.some(({ isPending }) => isPending) && !files.some(({ state }) => state === 'waiting' || state === 'sending')
	);
}

async function eventually(isSo: () => Promise<boolean>): Promise<boolean> {
	for (const until = Date.now() + 75_000; Date.now() < until; await sleep(250)) if (await isSo()) return true;
	return false;
}

type Judged = { told: Told[]; isDrained: boolean; phone: Phone; say: (line: string) => void };

/**
 * A text that was called saved and is nowhere is lost, whether a notice told of it or not. Of photos there is no second
 * copy (SPEC ST6): where a browser threw its database away, the person must have been told of them. `gaps` are here the
 * gaps in what a person was told: no word at all, or more lost than the notices name.
 */
async function judge({ told, isDrained, phone, say }: Judged): Promise<Verdict> {
	const verdict: Verdict = { lost: [], doubled: [], gaps: [], stuck: isDrained ? [] : ['the outbox does not drain'] };
	const arrived = await arrivedAt(phone.dataDir);
	const kept = await keptOn(phone.device.page);
	const missing: string[] = [];
	const photosMissing: string[] = [];
	for (const { text, photos, said, words } of told) {
		const here = arrived.filter((one) => one.text === text);
		if (here.length > 1) verdict.doubled.push(text);
		if (said === 'nothing') verdict.gaps.push(`${text}: no word: ${words}`);
		if (said === 'notSaved' || said === 'closed' || said === 'nothing') continue;
		const waits = kept.outbox.filter(({ payload, state }) => payload.includes(text) && state !== 'acked');
		if (here.length + waits.length === 0) missing.push(text);
		const asked = kept.outbox.filter(({ payload }) => payload.includes(text)).flatMap(({ manifest }) => manifest);
		const shown = kept.files.filter(
			({ fileId, state }) => state !== 'verified' && asked.some((one) => one.fileId === fileId)
		);
		const promised = said === 'withoutPhotos' ? 0 : photos;
		if (here.length > 0 && (here[0]?.photos ?? 0) + shown.length < promised) photosMissing.push(`${text}: a photo`);
	}
	say(`missing: ${missing.length}, of photos ${photosMissing.length}; in a loss notice: ${kept.lost}`);
	verdict.lost.push(...missing);
	const all = missing.length + photosMissing.length;
	if (all > kept.lost) verdict.gaps.push(`${all} lost, ${kept.lost} told`);
	return verdict;
}
