import type { FileId } from '#lib/domain/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import { originalBytesLimit } from '#lib/domain/ticket/words.ts';
import { newId } from '#lib/sync/ids.ts';
import type { PreparedPhoto } from '#lib/sync/photo.ts';
import { sha256 } from '#lib/sync/sha256.ts';

/** Longest sides in pixels: enough to read a label on the photo, and to know it again in a list. */
const longest = { photo: 1600, thumbnail: 240 };
const quality = 0.8;

/**
 * Makes a chosen file ready to be kept: drawn anew, smaller, as JPEG. Drawing drops place, time and camera; what the
 * browser cannot draw (HEIC outside Safari, a renamed document) is refused with a sentence that helps.
 */
export async function preparePhoto(file: Blob): Promise<Result<PreparedPhoto>> {
	if (file.size === 0) return refuse('photo_empty');
	if (file.size > originalBytesLimit) return refuse('photo_too_large');
	let picture: ImageBitmap;
	try {
		picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
	} catch {
		return refuse('photo_not_readable');
	}
	try {
		const bytes = await drawn(picture, longest.photo);
		const thumbnail = await drawn(picture, longest.thumbnail);
		const fileId = newId<FileId>();
		return ok({ fileId, size: bytes.byteLength, sha256: await sha256(bytes), mime: 'image/jpeg', bytes, thumbnail });
	} finally {
		picture.close();
	}
}

async function drawn(picture: ImageBitmap, longestSide: number): Promise<ArrayBuffer> {
	const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
	const canvas = new OffscreenCanvas(
		Math.max(1, Math.round(picture.width * scale)),
		Math.max(1, Math.round(picture.height * scale))
	);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas to draw a photo on');
	// Transparent parts would come out black as JPEG.
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(picture, 0, 0, canvas.width, canvas.height);
	return (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer();
}
