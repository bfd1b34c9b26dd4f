import type { Local } from './local.ts';
import { pullAll } from './pull.ts';
import { alone, sendText } from './sender.ts';
import { keepSentinel } from './sentinel.ts';
import { Refusal, type Transport } from './transport.ts';
import { uploadAll } from './uploads.ts';

/** Another tab sends: should it crash, this one takes over after so long. */
const lookAgainMs = 5_000;

/**
 * What a page says to the server each time: text first, then what is new, then photos. One sender for each person on a
 * device: the one that holds the Web Lock; other tabs pull for themselves and look again.
 * @throws NoAnswer, Refusal of the transport; everything is kept
 */
export async function talk(
	local: Local,
	transport: Transport,
	isWoken: () => boolean
): Promise<{ nextInMs: number | null }> {
	const sent = await alone(local, () => sendText(local, transport));
	const start = performance.now();
	const ended = await pullAll(local, transport.pull).then(() => null, whoLeft);
	performance.measure('athand:pull', { start });
	// A pull may have found that something has to go again.
	const again = await alone(local, async () => {
		const nextTryMs = await sendText(local, transport);
		const end = await uploadAll(local, transport.upload, isWoken);
		void keepSentinel(local);
		return end === 'interrupted' ? 0 : nextTryMs;
	});
	if (ended) throw ended;
	if (sent === 'another' || again === 'another') return { nextInMs: lookAgainMs };
	return { nextInMs: again === null ? null : Math.max(0, again - local.now().getTime()) };
}

/** Who has left is told nothing more, and goes on handing in. */
function whoLeft(error: unknown): Refusal {
	if (error instanceof Refusal && error.code === 'access_ended') return error;
	throw error;
}
