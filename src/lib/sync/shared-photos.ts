// Photos and words from the phone's share sheet, from the worker until a report has taken them up. They wait in a cache
// of their own, because a cache holds bytes, is open to both sides, and needs no schema. The report that takes them up
// bears the id under which they wait. A photo goes when it was kept, dropped or refused there, the rest with the report.

const cacheName = 'athand-shared';
const address = (id: string, part: number | 'text') => `/shared/${id}/${part}`;
const keptAt = 'x-kept-at';

/** At most as many as a report takes; what is more than that is left to the gallery. */
const most = 6;

/** Puts the shared files and text aside. @throws when the device's storage is full. */
export async function keepShared(id: string, form: FormData): Promise<void> {
	const cache = await caches.open(cacheName);
	const files = form.getAll('photos').filter((part): part is File => part instanceof File);
	for (const [index, file] of files.slice(0, most).entries())
		await cache.put(
			address(id, index),
			new Response(await file.arrayBuffer(), {
				headers: { 'content-type': file.type, 'x-file-name': encodeURIComponent(file.name) }
			})
		);
	const text = ['title', 'text', 'url']
		.map((field) => form.get(field))
		.filter((part): part is string => typeof part === 'string' && part.trim() !== '')
		.join('\n');
	await cache.put(address(id, 'text'), new Response(text, { headers: { [keptAt]: new Date().toISOString() } }));
}

/** The words that were shared under this id, perhaps none; null when nothing waits under it. */
export async function sharedText(id: string): Promise<string | null> {
	const kept = await (await caches.open(cacheName)).match(address(id, 'text'));
	return kept ? kept.text() : null;
}

export type SharedPhoto = { file: File; drop: () => Promise<unknown> };

/** The photos that still wait under this id, in the order in which they were chosen. */
export async function sharedPhotos(id: string): Promise<SharedPhoto[]> {
	if (typeof caches === 'undefined') return [];
	const cache = await caches.open(cacheName);
	const found: SharedPhoto[] = [];
	for (let index = 0; index < most; index += 1) {
		const kept = await cache.match(address(id, index));
		if (!kept) continue;
		const name = decodeURIComponent(kept.headers.get('x-file-name') ?? 'photo');
		const file = new File([await kept.arrayBuffer()], name, { type: kept.headers.get('content-type') ?? '' });
		found.push({ file, drop: () => cache.delete(address(id, index)) });
	}
	return found;
}

/** Call when the report that took them up has gone. */
export async function dropShared(id: string): Promise<void> {
	if (typeof caches === 'undefined') return;
	const cache = await caches.open(cacheName);
	for (const request of await cache.keys()) if (idOf(request) === id) await cache.delete(request);
}

/** Under which ids something has waited since before then. */
export async function sharedBefore(timeMs: number): Promise<string[]> {
	if (typeof caches === 'undefined') return [];
	const cache = await caches.open(cacheName);
	const ids: string[] = [];
	for (const request of await cache.keys()) {
		const since = (await cache.match(request))?.headers.get(keptAt);
		if (since && Date.parse(since) < timeMs) ids.push(idOf(request));
	}
	return ids;
}

const idOf = ({ url }: Request): string => new URL(url).pathname.split('/')[2] ?? '';
