import { registerRoute } from 'workbox-routing';
import { videoCache, videosAt } from '#lib/domain/guide/video-address.ts';
import { partOf } from '#lib/domain/part-of.ts';

/** Videos that somebody chose to keep are played from the device, in the parts that the player asks for. */
export function playKept() {
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(videosAt),
		async ({ request }) => {
			const kept = await caches.open(videoCache).then((cache) => cache.match(request.url));
			if (!kept) return fetch(request);
			const type = kept.headers.get('content-type') ?? '';
			return partOf(await kept.blob(), request.headers.get('range'), { 'content-type': type });
		}
	);
}
