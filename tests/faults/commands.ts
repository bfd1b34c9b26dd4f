import { act, discard, edit, poisoned, report, withPhotos } from './acts.ts';
import { quiet } from './network.ts';
import type { Device, Tab } from './tab.ts';
import type { World } from './world.ts';

// What may happen. Two numbers choose what it happens to.

export type Command = (world: World, a: number, b: number) => void | Promise<void>;

const tabOf = ({ tabs }: World, n: number): Tab => tabs[n % tabs.length]!;
const deviceOf = ({ devices }: World, n: number): Device => devices[n % devices.length]!;

export const commands = {
	report: (w, a) => report(w, tabOf(w, a)),
	photo: (w, a, b) => withPhotos(w, tabOf(w, a), b),
	act: (w, a, b) => act(w, tabOf(w, a), b),
	poison: (w, a) => poisoned(w, tabOf(w, a)),
	edit: (w, a, b) => edit(w, tabOf(w, a), b),
	discard: (w, a, b) => discard(w, tabOf(w, a), b),
	talk: (w, a) => w.talk(tabOf(w, a)),
	/** There is network again, and all pages hear of it. */
	online: (w) => w.tabs.forEach((tab) => w.talk(tab)),
	push: (w, a) => w.push(tabOf(w, a)),
	pull: (w, a) => w.pull(tabOf(w, a)),
	deliver: ({ network }, a) => network.deliver(network.message(a)),
	hold: ({ network }, a) => network.deliver(network.message(a), true),
	commit: ({ network }) => network.commitHeld(),
	answer: ({ network }, a) => network.answer(network.message(a)),
	arrive: async ({ network }, a) => {
		network.deliver(network.message(a));
		await quiet();
		await network.answer(network.message(a));
	},
	arriveAll: ({ network }) => network.arriveAll(),
	/** Now only photos are on their way. */
	arriveText: ({ network }) => network.arriveAll(['push', 'pull']),
	loseRequestOrAnswer: ({ network }, a) => network.lose(network.message(a)),
	/** It had its effect, and the device does not hear of it. */
	loseAnswer: async ({ network }, a) => {
		const message = network.message(a, 'upload');
		network.deliver(message);
		await quiet();
		network.lose(message);
	},
	cut: ({ network }, a, b) => network.cut(network.message(a, 'upload'), b),
	stranger: ({ network }, a, b) => network.strange(network.message(a, b % 2 ? 'upload' : undefined), b),
	reorder: ({ network }) => network.reorder(),
	cutAll: ({ network }) => {
		while (!network.isIdle) network.lose(network.message(0));
	},
	killBrowser: (w, a) => w.crash(tabOf(w, a)),
	freeze: (w, a) => tabOf(w, a).freeze(),
	thaw: (w, a) => tabOf(w, a).thaw(),
	killNode: ({ server, network }) => {
		server.crash();
		network.commitHeld();
	},
	openTab: (w, a) => void (w.tabs.length < 6 && w.openTab(deviceOf(w, a))),
	wipe: (w, a) => w.wipe(deviceOf(w, a)),
	clone: (w, a) => w.cloneProfile(deviceOf(w, a)),
	revoke: (w, a) => void w.server.revoked.add(deviceOf(w, a).me.personId),
	grant: ({ server }) => server.revoked.clear(),
	backup: ({ server }) => server.takeBackup(),
	restore: ({ server, network }) => {
		server.restore();
		network.commitHeld();
	},
	rotOnDevice: (w, a, b) => w.photos.rot(deviceOf(w, a), b),
	rotOnServer: ({ server: { uploads } }, a, b) =>
		uploads.truncate([...uploads.disk.keys()][a % (uploads.disk.size || 1)] ?? '', b),
	skewClock: (w, a, b) => void (deviceOf(w, a).skewMs = (b - 50) * 86_400_000 * 70),
	wait: (w, a) => w.pass(a * 1_000)
} satisfies Record<string, Command>;
