// Files on their way to the server: a request may not be larger than this, so they are packed or sent in parts.
const requestLimit = 480_000;

export function base64Of(bytes: Uint8Array): string {
	// In pieces: spreading a whole file into arguments overflows the stack.
	let binary = '';
	for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
	return btoa(binary);
}

/** The file as gzip in base64, or null when it is too large even so (about 20,000 lines). */
export async function packFile(file: File): Promise<string | null> {
	const packed = new Response(file.stream().pipeThrough(new CompressionStream('gzip')));
	const text = base64Of(new Uint8Array(await packed.arrayBuffer()));
	return text.length > requestLimit ? null : text;
}

export type GuideFile = { path: string; base64: string };

/** Whole folders together, as many as fit: the server judges a guide by all of its files. */
export async function guideParts(files: readonly File[]): Promise<GuideFile[][]> {
	const folders = new Map<string, GuideFile[]>();
	for (const file of files) {
		const path = file.webkitRelativePath || file.name;
		const folder = path.slice(0, path.lastIndexOf('/'));
		const one = { path, base64: base64Of(new Uint8Array(await file.arrayBuffer())) };
		folders.set(folder, [...(folders.get(folder) ?? []), one]);
	}
	const parts: GuideFile[][] = [[]];
	let size = 0;
	for (const folder of folders.values()) {
		const more = folder.reduce((sum, { path, base64 }) => sum + path.length + base64.length + 40, 0);
		if (size && size + more > requestLimit) {
			parts.push([]);
			size = 0;
		}
		parts.at(-1)!.push(...folder);
		size += more;
	}
	return parts;
}
