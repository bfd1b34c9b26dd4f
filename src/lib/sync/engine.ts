import { askForBackgroundSync } from './background-sync.ts';
import { connectionLoop, type Loop } from './connection-loop.ts';
import { waitingOfOthers } from './leave.ts';
import { currentLocal, type Local } from './local.ts';
import { pullAll } from './pull.ts';
import { isFilling } from './room.ts';
import { alone, sendText } from './sender.ts';
import { detectLoss, keepSentinel, losses } from './sentinel.ts';
import { connection } from './status.svelte.ts';
import { Refusal, type Transport } from './transport.ts';
import { uploadAll } from './uploads.ts';
import { onStop, onWake } from './wake.ts';

/**
 * Keeps this device and the server together while a page is open: text first, then what is new, then photos. One sender
 * for each person on a device: the one that holds the Web Lock; other tabs pull for themselves and look again.
 */
let running: { loop: Loop; stop: () => void } | undefined;

/** Another tab sends: should it crash, this one takes over after so long. */
const lookAgainMs = 5_000;

/** Call when somebody is signed in. Returns how to stop; calling it again first stops what runs. */
export async function startSync(): Promise<() => void> {
	running?.stop();
	const local = await currentLocal();
	const live = await import('./trpc-transport.ts');
	await detectLoss(local);
	connection.losses = await losses(local.me.personId);
	connection.others = await waitingOfOthers();
	const loop = syncLoop(local, live.transport);
	const wake = () => loop.wake();
	const stops = [onWake(wake), connection.follow(local), live.subscribe(wake), loop.stop, listen(local, wake)];
	const stop = () => {
		stops.forEach((end) => end());
		running = undefined;
	};
	stops.push(onStop(stop));
	running = { loop, stop };
	loop.wake();
	return stop;
}

/** Now, unless the server asked for a pause. */
export const syncNow = (): void => running?.loop.wake();

export const stopSync = (): void => running?.stop();

export function syncLoop(local: Local, transport: Transport): Loop {
	let isWoken = false;
	const loop = connectionLoop({
		talk: () => {
			isWoken = false;
			return talk(local, transport, () => isWoken);
		},
		onEnd(error) {
			const isSignedOut = error instanceof Refusal && error.code === 'signed_out';
			connection.isOnline = error === null || isSignedOut;
			connection.isSignedOut = isSignedOut;
			void isFilling().then((isSo) => (connection.isFilling = isSo));
			if (error !== null) void askToSendLater(local);
		}
	});
	return {
		stop: loop.stop,
		wake() {
			isWoken = true;
			loop.wake();
			// Saved where there is no network: an app that is closed at once would not live to see its attempt fail.
			if (connection.isOnline === false) void askToSendLater(local);
		}
	};
}

/** The browser is to wake the worker when there is network, should the app be closed by then. */
async function askToSendLater({ store }: Local): Promise<void> {
	const waits = await store.read((tx) => tx.where('outbox', 'isPending', 1)).catch(() => []);
	if (waits.length > 0) await askForBackgroundSync();
}

async function talk(local: Local, transport: Transport, isWoken: () => boolean): Promise<{ nextInMs: number | null }> {
	const sent = await alone(local, () => sendText(local, transport));
	const start = performance.now();
	await pullAll(local, transport.pull);
	performance.measure('athand:pull', { start });
	// A pull may have found that something has to go again.
	const again = await alone(local, async () => {
		const nextTryMs = await sendText(local, transport);
		const end = await uploadAll(local, transport.upload, isWoken);
		await keepSentinel(local);
		return end === 'interrupted' ? 0 : nextTryMs;
	});
	if (sent === 'another' || again === 'another') return { nextInMs: lookAgainMs };
	return { nextInMs: again === null ? null : Math.max(0, again - local.now().getTime()) };
}

function listen(local: Local, wake: () => void): () => void {
	const onVisibility = () => {
		if (document.visibilityState === 'visible') wake();
		// The last moment at which a page is sure to run.
		else void askToSendLater(local);
	};
	document.addEventListener('visibilitychange', onVisibility);
	addEventListener('online', wake);
	addEventListener('pageshow', wake);
	return () => {
		document.removeEventListener('visibilitychange', onVisibility);
		removeEventListener('online', wake);
		removeEventListener('pageshow', wake);
	};
}
