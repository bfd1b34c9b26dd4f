// What somebody sent is never shown to anybody: a photo is decoded and written anew, so that nothing that lay beside its
// pixels (place, device, owner, a script, a second format) is in what others see. Only JPEG, PNG and WebP are decoded.

import sharp from 'sharp';

export type Rewritten = { full: Buffer; thumb: Buffer; width: number; height: number };

/** Larger than the largest phone camera of today; as raw pixels 150 MB. */
const pixelLimit = 50_000_000;
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

/** Null: not a photo that we decode. */
export async function rewrite(original: Buffer): Promise<Rewritten | null> {
	if (!isKnown(original)) return null;
	try {
		const full = await drawn(original, fullSide);
		return {
			full: full.data,
			thumb: (await drawn(full.data, thumbSide)).data,
			width: full.info.width,
			height: full.info.height
		};
	} catch (error) {
		// The library has no codes; it throws for nothing but what it was given.
		if (error instanceof Error) return null;
		throw error;
	}
}

// The library leaves out all metadata unless it is asked to keep it; the turn that EXIF tells is drawn first.
const drawn = (bytes: Buffer, side: number) =>
	sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error' })
		.timeout({ seconds: secondsLimit })
		.autoOrient()
		.resize(side, side, { fit: 'inside', withoutEnlargement: true })
		.flatten({ background: 'white' })
		.jpeg({ quality: 82 })
		.toBuffer({ resolveWithObject: true });

const starts: readonly string[] = ['ffd8ff', '89504e470d0a1a0a'];

/** By the first bytes; what the device says of the file counts for nothing. */
function isKnown(bytes: Buffer): boolean {
	const hex = bytes.subarray(0, 12).toString('hex');
	return starts.some((start) => hex.startsWith(start)) || /^52494646.{8}57454250/.test(hex);
}
