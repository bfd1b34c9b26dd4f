import { currentLocal } from './local.ts';
import { currentSession } from './me.ts';
import { alone, sendText } from './sender.ts';
import { transport } from './trpc-transport.ts';

/**
 * For the worker, which may not load code later: the page's push under the page's lock, nothing else.
 * @throws when it did not get through, so that the browser tries again later.
 */
export async function sendInBackground(): Promise<void> {
	if (!(await currentSession())) return;
	const local = await currentLocal();
	await alone(local, () => sendText(local, transport));
}
