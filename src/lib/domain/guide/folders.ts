import type { ImportProblem } from './problem.ts';

/** A text of this size is no guide. */
export const fileBytesLimit = 1_000_000;

export type ImportFile = { path: string; bytes: Uint8Array };
export type ImportFolder = { id: string; path: string; files: Map<string, ImportFile> };

/** What systems and editors leave behind; nobody wants to read about it. */
const litter = /(?:^|\/)(?:\.[^/]*|__MACOSX(?:\/.*)?|Thumbs\.db|desktop\.ini|[^/]*~|~\$[^/]*)$|(?:^|\/)__MACOSX\//i;

/** Groups the files by the folder they lie in; folders that a case-blind disk would mix up are refused, both of them. */
export function guideFolders(files: readonly ImportFile[]): { folders: ImportFolder[]; problems: ImportProblem[] } {
	const byPath = new Map<string, ImportFolder>();
	for (const file of files) {
		const path = file.path.replaceAll('\\', '/');
		if (litter.test(path)) continue;
		const names = path.split('/').filter(Boolean);
		const name = names.pop()!;
		const id = names.at(-1);
		if (!id) continue;
		const at = names.join('/');
		const folder = byPath.get(at) ?? { id, path: at, files: new Map<string, ImportFile>() };
		folder.files.set(name, file);
		byPath.set(at, folder);
	}
	const all = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
	const twins = all.filter((folder) => all.some((other) => other !== folder && sameName(other, folder)));
	return {
		folders: all.filter((folder) => !twins.includes(folder)),
		problems: twins.map((folder) => ({ code: 'folder_case', file: folder.path, detail: folder.id }))
	};
}

const sameName = (a: ImportFolder, b: ImportFolder) => a.id.toLowerCase() === b.id.toLowerCase();
