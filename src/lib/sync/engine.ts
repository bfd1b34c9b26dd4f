import { askForBackgroundSync } from './background-sync.ts';
import { connectionLoop, type Loop } from './connection-loop.ts';
import { waitingOfOthers } from './leave.ts';
import { currentLocal, type Local } from './local.ts';
import { isFilling } from './room.ts';
import { detectLoss, losses } from './sentinel.ts';
import { connection, type SessionEnd } from './status.svelte.ts';
import { talk } from './talk.ts';
import { Refusal, type Transport } from './transport.ts';
import { onStop, onWake } from './wake.ts';

/**
 * Keeps this device and the server together while a page is open. Owns when a page talks with the server and what screens
 * learn of it; what is said is `talk.ts`.
 */
let running: { loop: Loop; stop: () => void } | undefined;

/** Call when somebody is signed in. Returns how to stop; calling it again first stops what runs. */
export async function startSync(): Promise<() => void> {
	running?.stop();
	const local = await currentLocal();
	const live = await import('./trpc-transport.ts');
	await detectLoss(local);
	connection.losses = await losses(local.me.personId);
	connection.others = await waitingOfOthers();
	const wake = () => loop.wake();
	const stream = live.subscribe(wake);
	const loop = syncLoop(local, live.transport, stream.wake);
	const stops = [onWake(wake), connection.follow(local), stream.stop, loop.stop, listen(local, wake)];
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

/** @param onReached after each time that the server has said all it had to say */
export function syncLoop(local: Local, transport: Transport, onReached = () => {}): Loop {
	let isWoken = false;
	const loop = connectionLoop({
		talk: () => {
			isWoken = false;
			return talk(local, transport, () => isWoken);
		},
		onEnd(error) {
			const isAnswered = error === null || error instanceof Refusal;
			connection.isOnline = isAnswered;
			if (isAnswered) connection.ended = error && sessionEndOf(error);
			void isFilling().then((isSo) => (connection.isFilling = isSo));
			if (error === null) onReached();
			else void askToSendLater(local);
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

const sessionEndOf = ({ code }: Refusal): SessionEnd | null =>
	code === 'signed_out' || code === 'access_ended' ? code : null;

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
