/**
 * A few words kept outside of the database, for the day on which a browser throws it away: twice, in a cache and in the
 * origin's private files, because a full disk takes now this one and now that one. Best effort: what a place refuses is
 * kept by the other, or by none. Knows nothing of what it keeps.
 */
type Place = {
	put(folder: string, name: string, text: string): Promise<unknown>;
	names(folder: string): Promise<string[]>;
	get(folder: string, name: string): Promise<string | undefined>;
	delete(folder: string, name: string): Promise<unknown>;
	/** The folder with all that is in it. */
	clear(folder: string): Promise<unknown>;
};

const cacheOf = (folder: string) => `athand-${folder}`;

const cache: Place = {
	put: async (folder, name, text) => (await caches.open(cacheOf(folder))).put(`/${name}`, new Response(text)),
	async names(folder) {
		const kept = await (await caches.open(cacheOf(folder))).keys();
		return kept.map(({ url }) => new URL(url).pathname.slice(1));
	},
	get: async (folder, name) => (await caches.match(`/${name}`, { cacheName: cacheOf(folder) }))?.text(),
	delete: async (folder, name) => (await caches.open(cacheOf(folder))).delete(`/${name}`),
	clear: (folder) => caches.delete(cacheOf(folder))
};

const root = () => navigator.storage.getDirectory();
const folderOf = async (folder: string) => (await root()).getDirectoryHandle(folder, { create: true });

const files: Place = {
	async put(folder, name, text) {
		const writing = await (await (await folderOf(folder)).getFileHandle(name, { create: true })).createWritable();
		await writing.write(text);
		await writing.close();
	},
	async names(folder) {
		const names: string[] = [];
		for await (const name of (await folderOf(folder)).keys()) names.push(name);
		return names;
	},
	async get(folder, name) {
		const file = await (await (await folderOf(folder)).getFileHandle(name)).getFile();
		return file.text();
	},
	delete: async (folder, name) => (await folderOf(folder)).removeEntry(name),
	clear: async (folder) => (await root()).removeEntry(folder, { recursive: true })
};

const places = [cache, files];

/** On a full disk a place can keep silent for ever, and the start waits for what it holds. */
const longestMs = 5_000;

/** What the places answer that answer in time: one may be missing, full or broken. */
async function ask<T>(question: (place: Place) => Promise<T>): Promise<T[]> {
	const answers = await Promise.allSettled(places.map((place) => inTime(async () => question(place))));
	return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}

async function inTime<T>(work: () => Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer in ${longestMs} ms`)), longestMs);
	});
	try {
		return await Promise.race([work(), late]);
	} finally {
		clearTimeout(timer);
	}
}

/** Never rejects. Folder and name of letters, digits and `-`; the text is kept as it is. */
export const outside = {
	put: (folder: string, name: string, text: string) => ask((place) => place.put(folder, name, text)),
	delete: (folder: string, name: string) => ask((place) => place.delete(folder, name)),
	clear: (folder: string) => ask((place) => place.clear(folder)),
	/** Names that lie in every place that answers, and such as lie in one at least. */
	async names(folder: string): Promise<{ everywhere: Set<string>; somewhere: Set<string> }> {
		const [first, ...others] = (await ask((place) => place.names(folder))).map((names) => new Set(names));
		if (!first) return { everywhere: new Set(), somewhere: new Set() };
		const somewhere = new Set([...first, ...others.flatMap((names) => [...names])]);
		const everywhere = new Set([...first].filter((name) => others.every((names) => names.has(name))));
		return { everywhere, somewhere };
	},
	/** What each place holds under that name. A file cut short by a crash is for the caller to tell. */
	async get(folder: string, name: string): Promise<string[]> {
		return (await ask((place) => place.get(folder, name))).filter((text) => text !== undefined);
	}
};
