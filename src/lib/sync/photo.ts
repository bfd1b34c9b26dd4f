import type { FileId } from '#lib/domain/ids.ts';
import type { Photo } from '#lib/domain/ticket/event.ts';
import type { ChunkRow, FileRow } from './tables.ts';

/** Bytes of one chunk: what a cut connection costs at most, and one PATCH. */
export const chunkBytes = 1_000_000;

/** A photo that is ready to be saved: shrunk, without metadata, hashed. May lie in a draft as it is. */
export type PreparedPhoto = Photo & { bytes: ArrayBuffer; thumbnail: ArrayBuffer | null };

export const photoOf = ({ fileId, size, sha256, mime }: Photo): Photo => ({ fileId, size, sha256, mime });

export type ChunkedPhoto = {
	file: Pick<FileRow, 'fileId' | 'size' | 'sha256' | 'mime' | 'thumbnail' | 'chunkSha256'>;
	chunks: ChunkRow[];
};

export const chunkId = (fileId: FileId, index: number): string => `${fileId}/${String(index).padStart(4, '0')}`;

export async function chunked(
	photo: PreparedPhoto,
	sha256: (bytes: ArrayBuffer) => Promise<string>
): Promise<ChunkedPhoto> {
	const chunks: ChunkRow[] = [];
	for (let index = 0; index * chunkBytes < photo.bytes.byteLength; index += 1) {
		const bytes = photo.bytes.slice(index * chunkBytes, (index + 1) * chunkBytes);
		chunks.push({ id: chunkId(photo.fileId, index), fileId: photo.fileId, index, bytes });
	}
	const chunkSha256 = await Promise.all(chunks.map((chunk) => sha256(chunk.bytes)));
	return { file: { ...photoOf(photo), thumbnail: photo.thumbnail, chunkSha256 }, chunks };
}
