import { photoFormat } from '#lib/domain/photo/format.ts';
import { photoFault, photoPixelsLimit } from '#lib/domain/photo/inspect.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import { sha256 } from '#lib/sync/sha256.ts';

/** Longest sides in pixels: enough to read a label on the photo, and to know it again in a list. */
const longest = { photo: 1600, thumbnail: 240 };
export const jpeg = { type: 'image/jpeg', quality: 0.8 };

export type Shrunk = { bytes: ArrayBuffer; thumbnail: ArrayBuffer; sha256: string };

export type Picture = { source: CanvasImageSource; width: number; height: number; close(): void };

/** What can read a file as a picture and draw it in another size: a worker's or a page's. */
export type Easel = {
	/** @throws when this browser cannot read it */
	open(file: Blob): Promise<Picture>;
	draw(width: number, height: number, paint: (context: Brush) => void): Promise<Blob>;
};
export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Looks at the bytes first: a picture that says of itself that it is too large is never opened. */
export async function shrink(file: Blob, easel: Easel): Promise<Result<Shrunk>> {
	const fault = photoFault(new Uint8Array(await file.arrayBuffer()));
	if (fault) return refuse(fault);
	let picture: Picture;
	try {
		picture = await easel.open(file);
	} catch {
		return refuse((await isHeic(file)) ? 'photo_heic' : 'photo_not_readable');
	}
	try {
		if (picture.width * picture.height > photoPixelsLimit) return refuse('photo_too_large');
		const bytes = await drawn(picture, longest.photo, easel);
		const thumbnail = await drawn(picture, longest.thumbnail, easel);
		return ok({ bytes, thumbnail, sha256: await sha256(bytes) });
	} finally {
		picture.close();
	}
}

const isHeic = async (file: Blob): Promise<boolean> =>
	photoFormat(new Uint8Array(await file.slice(0, 256).arrayBuffer())) === 'heic';

async function drawn({ source, width, height }: Picture, longestSide: number, easel: Easel): Promise<ArrayBuffer> {
	const scale = Math.min(1, longestSide / Math.max(width, height));
	const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
	const drawing = await easel.draw(across, down, (context) => {
		// Transparent parts would come out black as JPEG.
		context.fillStyle = '#fff';
		context.fillRect(0, 0, across, down);
		context.drawImage(source, 0, 0, across, down);
	});
	return drawing.arrayBuffer();
}
