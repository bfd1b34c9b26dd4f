// Videos that somebody chose to keep on this device. Owns the cache that the worker plays from. A video is kept whole or
// not at all, and one that no guide names any more goes.

import type { Guide, GuideVideo } from '#lib/domain/guide/guide.ts';
import { videoCache, videosAt } from '#lib/domain/guide/video-address.ts';

export type VideoSource = GuideVideo['sources'][number];

export const videoAddress = (file: string): string => videosAt + file;

/** Without a worker nothing would play from the cache. */
export const canKeep = (): boolean => 'caches' in globalThis && Boolean(navigator.serviceWorker?.controller);

/** The first format that this browser shows; null when it shows none. */
export function sourceFor(video: GuideVideo): VideoSource | null {
	const player = document.createElement('video');
	return video.sources.find(({ type }) => player.canPlayType(type) !== '') ?? null;
}

const open = () => caches.open(videoCache);

export const isKept = async ({ file }: VideoSource): Promise<boolean> =>
	canKeep() && (await (await open()).match(videoAddress(file))) !== undefined;

/** False when there was no network, or no room. */
export async function keepVideo({ poster }: GuideVideo, { file }: VideoSource): Promise<boolean> {
	try {
		const answers = await Promise.all([file, poster].filter((name) => name !== null).map(fetchWhole));
		const cache = await open();
		for (const answer of answers) await cache.put(new URL(answer.url).pathname, answer);
		return true;
	} catch {
		return false;
	}
}

async function fetchWhole(name: string): Promise<Response> {
	const answer = await fetch(videoAddress(name), { cache: 'no-store' });
	if (!answer.ok) throw new Error(`${answer.status} for a video`);
	return answer;
}

export async function dropVideo({ sources, poster }: GuideVideo): Promise<void> {
	const cache = await open();
	for (const name of [...sources.map(({ file }) => file), poster]) if (name) await cache.delete(videoAddress(name));
}

/** Bytes of the videos on the device. What was replaced or withdrawn meanwhile goes, once there are guides to say so. */
export async function keptBytes(guides: readonly Guide[]): Promise<number> {
	if (!canKeep() || guides.length === 0) return 0;
	const cache = await open();
	const sources = guides.flatMap(({ video }) => video?.sources ?? []);
	const posters = guides.flatMap(({ video }) => video?.poster ?? []);
	const bytesOf = new Map(sources.map(({ file, bytes }) => [videoAddress(file), bytes]));
	const named = new Set([...bytesOf.keys(), ...posters.map(videoAddress)]);
	let sum = 0;
	for (const request of await cache.keys()) {
		const { pathname } = new URL(request.url);
		if (named.has(pathname)) sum += bytesOf.get(pathname) ?? 0;
		else await cache.delete(request);
	}
	return sum;
}
