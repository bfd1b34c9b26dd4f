import { self } from '$app/service-worker';
import { clientsClaim } from 'workbox-core';
import { keepFiles } from './files.ts';
import { answerPages } from './pages.ts';
import { sendWhenAsked } from './send.ts';
import { takeShares } from './share.ts';
import { playKept } from './videos.ts';

// Owns files and pages: what the app is made of, so that it opens without network, and videos that somebody kept. It
// never stands between the app and a write: everything under /api goes to the network untouched. Its two exceptions are
// POST /share (photos that the phone's share sheet hands over) and Background Sync (the page's own push code, under the
// page's own lock).

keepFiles();
answerPages();
takeShares();
playKept();
sendWhenAsked();
clientsClaim();

// A new version waits until the page says that nothing is being typed or sent.
self.addEventListener('message', (event) => {
	if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
