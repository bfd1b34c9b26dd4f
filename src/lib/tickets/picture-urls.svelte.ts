import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

type Picture = { fileId: string; mime: string; bytes: ArrayBuffer };

/** Addresses of pictures that lie in memory, taken back when the picture or the component goes. */
export function pictureUrls(pictures: () => readonly Picture[]): { of(fileId: string): string | null } {
	const urls = new SvelteMap<string, string>();

	$effect(() => {
		const wanted = pictures();
		untrack(() => follow(wanted));
	});
	$effect(() => () => urls.forEach((url) => URL.revokeObjectURL(url)));

	function follow(wanted: readonly Picture[]) {
		for (const { fileId, mime, bytes } of wanted)
			if (!urls.has(fileId)) urls.set(fileId, URL.createObjectURL(new Blob([bytes], { type: mime })));
		for (const [fileId, url] of urls)
			if (!wanted.some((picture) => picture.fileId === fileId)) {
				URL.revokeObjectURL(url);
				urls.delete(fileId);
			}
	}

	return { of: (fileId) => urls.get(fileId) ?? null };
}
