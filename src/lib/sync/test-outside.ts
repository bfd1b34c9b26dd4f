import { vi } from 'vitest';

/** What of the Cache API and of the private files the copies need; each can be full or gone. */
export function fakeOutside() {
	const caches = new FakeCaches();
	const files = new FakeFiles();
	vi.stubGlobal('caches', caches);
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => files.folder } });
	return { caches, files };
}

class FakeCaches {
	kept = new Map<string, Map<string, string>>();
	isFull = false;
	open = async (name: string) => {
		const texts = this.kept.get(name) ?? new Map<string, string>();
		this.kept.set(name, texts);
		return {
			put: async (path: string, response: Response) => {
				if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
				texts.set(path, await response.text());
			},
			keys: async () => [...texts.keys()].map((path) => ({ url: `http://localhost${path}` })),
			delete: async (path: string) => texts.delete(path)
		};
	};
	match = async (path: string, { cacheName }: { cacheName: string }) => {
		const text = this.kept.get(cacheName)?.get(path);
		return text === undefined ? undefined : new Response(text);
	};
	delete = async (name: string) => this.kept.delete(name);
}

class FakeFiles {
	kept = new Map<string, Map<string, string>>();
	folder = {
		getDirectoryHandle: async (name: string) => {
			const texts = this.kept.get(name) ?? new Map<string, string>();
			this.kept.set(name, texts);
			return {
				keys: () => texts.keys(),
				getFileHandle: fileIn(texts),
				removeEntry: async (it: string) => texts.delete(it)
			};
		},
		removeEntry: async (name: string) => this.kept.delete(name)
	};
}

const fileIn =
	(texts: Map<string, string>) =>
	async (name: string, { create = false } = {}) => {
		if (!create && !texts.has(name)) throw new DOMException('none', 'NotFoundError');
		let written = '';
		return {
			getFile: async () => new Blob([texts.get(name) ?? '']),
			createWritable: async () => ({
				write: async (text: string) => void (written = text),
				close: async () => void texts.set(name, written)
			})
		};
	};
