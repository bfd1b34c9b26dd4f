import sharp from 'sharp';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { Result } from '#lib/domain/result.ts';
import { ok, refuse } from '#lib/domain/result.ts';

// Nobody is served the bytes that somebody sent: a photo is decoded and written anew, upright, without metadata. Of all
// the formats that libvips reads only these three loaders may run; SVG, TIFF, GIF and PDF are parsers of other kinds.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'] });
sharp.cache(false);
// One thread an image: a burst of photos must not take the cores from those who push.
sharp.concurrency(1);

/** 50 megapixels: more than phones take, less than a picture that is small on the wire and fills the memory. */
const pixelLimit = 50_000_000;
const longestSide = 2_560;
const timeLimitSeconds = 10;

export type Photo = { bytes: Uint8Array; mime: string; width: number; height: number };

export async function rewritePhoto(path: string): Promise<Result<Photo>> {
	try {
		const { data, info } = await sharp(path, { limitInputPixels: pixelLimit, failOn: 'error' })
			.timeout({ seconds: timeLimitSeconds })
			.rotate()
			.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
			.toBuffer({ resolveWithObject: true });
		return ok({ bytes: data, mime: `image/${info.format}`, width: info.width, height: info.height });
	} catch (error) {
		return refuse(codeOf(error));
	}
}

// libvips has sentences, no codes.
const codeOf = (error: unknown): ErrorCode =>
	/pixel limit/i.test(String(error)) ? 'photo_too_large' : 'photo_not_readable';
