import { self } from '$app/service-worker';
import { backgroundTag } from '#lib/sync/background-sync.ts';
import { sendInBackground } from '#lib/sync/send-in-background.ts';

type SyncEvent = ExtendableEvent & { tag: string };

/** The browser calls when there is network again, also when the app is closed. What fails it tries again later. */
export function sendWhenAsked() {
	self.addEventListener('sync' as 'message', (event: ExtendableEvent) => {
		if ((event as SyncEvent).tag === backgroundTag) event.waitUntil(sendInBackground());
	});
}
