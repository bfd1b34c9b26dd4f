import type { ErrorCode } from '../errors.ts';
import { letters, photoFormat, viewOf, type PhotoFormat } from './format.ts';

/** Larger than what phones take (64 megapixels): drawn, four bytes each, it would take the phone's memory. */
export const photoPixelsLimit = 65_000_000;

/**
 * What is wrong with a photo, as far as its bytes tell without drawing it: nothing in it, cut off, more pixels than
 * memory. Null says that it may be drawn, not that it can be.
 */
export function photoFault(bytes: Uint8Array): ErrorCode | null {
	if (bytes.length === 0) return 'photo_empty';
	const format = photoFormat(bytes);
	const read = format && readers[format];
	if (!read) return null;
	try {
		const { pixels, isWhole } = read(bytes, viewOf(bytes));
		if (pixels > photoPixelsLimit) return 'photo_too_large';
		return isWhole ? null : 'photo_damaged';
	} catch (error) {
		// Its own lengths lead beyond its end.
		if (error instanceof RangeError) return 'photo_damaged';
		throw error;
	}
}

type Facts = { pixels: number; isWhole: boolean };

const readers: Partial<Record<PhotoFormat, (bytes: Uint8Array, view: DataView) => Facts>> = {
	jpeg: ofJpeg,
	png: ofPng,
	webp: ofWebp
};

/** Marker by marker up to the picture itself; in that, FF D9 is the end and stands nowhere else. */
function ofJpeg(bytes: Uint8Array, view: DataView): Facts {
	let pixels = 0;
	for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
		const marker = view.getUint16(at);
		// No marker of a JPEG: whoever draws it will say so.
		if (marker < 0xffc0) return { pixels, isWhole: true };
		if (isFrame(marker)) pixels = view.getUint16(at + 5) * view.getUint16(at + 7);
		if (marker === 0xffda) return { pixels, isWhole: hasEnd(bytes, at) };
	}
}

/** SOF0 to SOF15 without the three numbers among them that mean something else. */
const isFrame = (marker: number): boolean =>
	marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

function hasEnd(bytes: Uint8Array, from: number): boolean {
	for (let at = bytes.indexOf(0xff, from + 1); at !== -1; at = bytes.indexOf(0xff, at + 1))
		if (bytes[at + 1] === 0xd9) return true;
	return false;
}

function ofPng(bytes: Uint8Array, view: DataView): Facts {
	const pixels = view.getUint32(16) * view.getUint32(20);
	let at = 8;
	while (at + 12 <= bytes.length && letters(bytes, at + 4) !== 'IEND') at += 12 + view.getUint32(at);
	return { pixels, isWhole: at + 12 <= bytes.length };
}

function ofWebp(bytes: Uint8Array, view: DataView): Facts {
	return { pixels: webpPixels(bytes, view), isWhole: view.getUint32(4, true) + 8 <= bytes.length };
}

function webpPixels(bytes: Uint8Array, view: DataView): number {
	const kind = letters(bytes, 12);
	const low = (at: number, mask: number) => view.getUint32(at, true) & mask;
	if (kind === 'VP8X') return (low(24, 0xffffff) + 1) * (low(27, 0xffffff) + 1);
	if (kind === 'VP8L') return (low(21, 0x3fff) + 1) * (((view.getUint32(21, true) >>> 14) & 0x3fff) + 1);
	return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
}
