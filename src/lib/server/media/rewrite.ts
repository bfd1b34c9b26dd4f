// What somebody sent is never shown to anybody: a photo is decoded and written anew, so that nothing that lay beside its
// pixels (place, device, owner, a script, a second format) is in what others see. Only JPEG, PNG and WebP are decoded.

import sharp from 'sharp';
import { photoFormat } from '#lib/domain/photo/format.ts';
import { photoFault, photoPixelsLimit } from '#lib/domain/photo/inspect.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';

export type Rewritten = { full: Buffer; thumb: Buffer; width: number; height: number };

/** Longest side: labels and messages on a screen can still be read. */
const fullSide = 2560;
const thumbSide = 320;
const secondsLimit = 10;

// For the whole process: of all decoders in the library these three are left.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
// One photo at a time, on one core: people wait for pages, not for photos.
sharp.concurrency(1);
sharp.cache(false);

/** By the bytes; what the device says of the file counts for nothing. */
export async function rewrite(original: Buffer): Promise<Result<Rewritten>> {
	const format = photoFormat(original);
	// The library reads what a HEIC says of itself, and cannot decode it.
	if (format === 'heic') return refuse('photo_heic');
	const fault = photoFault(original);
	if (fault) return refuse(fault);
	if (!format) return refuse('photo_not_readable');
	try {
		const full = await drawn(original, fullSide);
		const thumb = await drawn(full.data, thumbSide);
		return ok({ full: full.data, thumb: thumb.data, width: full.info.width, height: full.info.height });
	} catch (error) {
		// The library has no codes; it throws for nothing but what it was given.
		if (error instanceof Error) return refuse('photo_not_readable');
		throw error;
	}
}

// The library leaves out all metadata unless it is asked to keep it; the turn that EXIF tells is drawn first.
const drawn = (bytes: Buffer, side: number) =>
	sharp(bytes, { limitInputPixels: photoPixelsLimit, failOn: 'error' })
		.timeout({ seconds: secondsLimit })
		.autoOrient()
		.resize(side, side, { fit: 'inside', withoutEnlargement: true })
		.flatten({ background: 'white' })
		.jpeg({ quality: 82 })
		.toBuffer({ resolveWithObject: true });
