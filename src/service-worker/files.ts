import { version } from '$app/env';
import { assets, immutable, prerendered } from '$app/manifest';
import { self } from '$app/service-worker';
import { cacheNames } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

// The scanner's decoder is large and only phones without one of their own need it: kept once it has been used.
const onDemand = /\.wasm$/;
// Pictures that only the install dialog of a shop or an operating system shows.
const neverOffline = /^\/?(?:screenshots\/|robots\.txt)/;

const isNeeded = ({ path }: { path: string }) => !onDemand.test(path) && !neverOffline.test(path);

const absolute = (path: string) => (path.startsWith('/') ? path : `/${path}`);

/** Hashed files never change, so their name is their revision; everything else changes with the version. */
export function keepFiles() {
	precacheAndRoute([
		...immutable.filter(isNeeded).map(({ path }) => ({ url: absolute(path), revision: null })),
		...assets.filter(isNeeded).map(({ path }) => ({ url: absolute(path), revision: version })),
		...prerendered.map(({ path }) => ({ url: absolute(path), revision: version }))
	]);
	cleanupOutdatedCaches();
	answerWithoutWaking();
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && onDemand.test(url.pathname),
		new CacheFirst({ cacheName: 'athand-on-demand' })
	);
}

type Route = { condition: { urlPattern: string; requestMethod: string }; source: { cacheName: string } };

/**
 * Where the browser has static routes, it takes hashed files out of the cache by itself: a cold start does not wait until
 * the worker has looked at each of them. What is not in the cache comes from the network, as before.
 */
function answerWithoutWaking() {
	self.addEventListener('install', (event: ExtendableEvent & { addRoutes?(routes: Route[]): Promise<void> }) => {
		const condition = { urlPattern: '/_app/immutable/*', requestMethod: 'GET' };
		event.addRoutes?.([{ condition, source: { cacheName: cacheNames.precache } }])?.catch(() => undefined);
	});
}
