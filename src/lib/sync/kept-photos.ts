import type { FileId } from '#lib/domain/ids.ts';
import { neededSession } from './me.ts';
import { photoOf, type PreparedPhoto } from './photo.ts';

/** Photos of a saved item with their bytes, to be corrected or written anew. Those whose bytes have gone are left out. */
export async function keptPhotos(fileIds: readonly FileId[]): Promise<PreparedPhoto[]> {
	if (fileIds.length === 0) return [];
	const { store } = await neededSession();
	return store.read(async (tx) => {
		const kept: PreparedPhoto[] = [];
		for (const fileId of fileIds) {
			const file = await tx.get('file', fileId);
			const chunks = await tx.where('chunk', 'fileId', fileId);
			const size = chunks.reduce((sum, chunk) => sum + chunk.bytes.byteLength, 0);
			if (!file || size !== file.size) continue;
			const bytes = new Uint8Array(size);
			let at = 0;
			for (const chunk of chunks.sort((a, b) => a.index - b.index)) {
				bytes.set(new Uint8Array(chunk.bytes), at);
				at += chunk.bytes.byteLength;
			}
			kept.push({ ...photoOf(file), bytes: bytes.buffer, thumbnail: file.thumbnail });
		}
		return kept;
	});
}
