import type { FileId } from '#lib/domain/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import { originalBytesLimit } from '#lib/domain/ticket/words.ts';
import { newId } from '#lib/sync/ids.ts';
import type { PreparedPhoto } from '#lib/sync/photo.ts';
import type { Shrunk } from './shrink-photo.ts';

/**
 * Makes a chosen file ready to be kept: drawn anew, smaller, as JPEG. Drawing drops place, time and camera; what cannot
 * be drawn is refused with a code that says what it is. It happens in a worker, because a picture of 12 megapixels would
 * hold up typing; the page draws where a worker cannot (Safari before 16.4, a HEIC that only an image element knows).
 */
export async function preparePhoto(file: Blob): Promise<Result<PreparedPhoto>> {
	if (file.size === 0) return refuse('photo_empty');
	if (file.size > originalBytesLimit) return refuse('photo_too_large');
	const shrunk = (await inWorker(file)) ?? (await onPage(file));
	if (!shrunk.ok) return shrunk;
	return ok({ fileId: newId<FileId>(), size: shrunk.value.bytes.byteLength, mime: 'image/jpeg', ...shrunk.value });
}

/** A worker for each photo: with it goes all memory that the picture took. Null: it could not be done there. */
async function inWorker(file: Blob): Promise<Result<Shrunk> | null> {
	if (typeof Worker === 'undefined') return null;
	const worker = new Worker(new URL('./shrink-photo.worker.ts', import.meta.url), { type: 'module' });
	try {
		return await new Promise<Result<Shrunk> | null>((resolve) => {
			worker.onmessage = ({ data }: MessageEvent<Result<Shrunk> | null>) => resolve(data);
			// Its script did not load, or the picture took more memory than there is for a worker.
			worker.onerror = () => resolve(null);
			worker.postMessage(file);
		});
	} finally {
		worker.terminate();
	}
}

async function onPage(file: Blob): Promise<Result<Shrunk>> {
	const [{ shrink }, { pageEasel }] = await Promise.all([import('./shrink-photo.ts'), import('./page-easel.ts')]);
	return shrink(file, pageEasel);
}
