// Photos from the phone's share sheet, on their way from the worker to the report that opens. They wait in a cache of
// their own, because a cache holds bytes, is open to both sides, and needs no schema. Taken once, then gone.

const cacheName = 'athand-shared';
const address = (id: string, index: number) => `/shared/${id}/${index}`;

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
	await cache.put(`/shared/${id}/text`, new Response(text));
}

/** What was shared under this id; empty when it was taken before. */
export async function readShared(id: string): Promise<{ files: File[]; text: string }> {
	const cache = await caches.open(cacheName);
	const files: File[] = [];
	for (let index = 0; index < most; index += 1) {
		const kept = await cache.match(address(id, index));
		if (!kept) break;
		const name = decodeURIComponent(kept.headers.get('x-file-name') ?? 'photo');
		files.push(new File([await kept.arrayBuffer()], name, { type: kept.headers.get('content-type') ?? '' }));
	}
	const text = await (await cache.match(`/shared/${id}/text`))?.text();
	return { files, text: text ?? '' };
}

/** Call when the draft holds them durably. */
export async function dropShared(id: string): Promise<void> {
	const cache = await caches.open(cacheName);
	const mine = (await cache.keys()).filter((request) => new URL(request.url).pathname.startsWith(`/shared/${id}/`));
	await Promise.all(mine.map((request) => cache.delete(request)));
}
