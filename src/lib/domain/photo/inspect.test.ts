import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bomb, heic } from './fixtures.ts';
import { photoFormat } from './format.ts';
import { photoFault } from './inspect.ts';

const formats = ['jpeg', 'png', 'webp'] as const;
const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
const drawn = (side = 60) => sharp({ create: { width: side, height: side, channels: 3, background: '#3a7', noise } });
const fileOf = async (format: (typeof formats)[number], side?: number) =>
	new Uint8Array(await drawn(side).toFormat(format).toBuffer());

describe('the format', () => {
	it.each(formats)('is known by the bytes: %s', async (format) => {
		expect(photoFormat(await fileOf(format))).toBe(format);
	});

	it('is HEIC by its main brand, or by others where that says nothing, and never AVIF', async () => {
		for (const brand of ['heic', 'heix', 'mif1', 'msf1']) expect(photoFormat(heic(brand, 'mif1'))).toBe('heic');
		expect(photoFormat(heic('mif1', 'avif'))).toBeNull();
		expect(photoFormat(new Uint8Array(await drawn().avif().toBuffer()))).toBeNull();
	});

	it.each(['', 'I am a letter', '%PDF-1.7', 'RIFF    WAVE', '    ftyp'])('is none: "%s"', (text) => {
		expect(photoFormat(new TextEncoder().encode(text))).toBeNull();
	});
});

describe('what is wrong', () => {
	it.each(formats)('is nothing with a whole photo, whatever lies behind it: %s', async (format) => {
		const photo = await fileOf(format);
		expect(photoFault(photo)).toBeNull();
		expect(photoFault(new Uint8Array([...photo, ...new Uint8Array(500)]))).toBeNull();
	});

	it('is nothing with a photo drawn in several passes, or one with another inside', async () => {
		const inside = Buffer.from(await fileOf('jpeg', 20)).toString('latin1');
		const exif = { IFD0: { ImageDescription: inside } };
		expect(photoFault(new Uint8Array(await drawn().withExif(exif).jpeg({ progressive: true }).toBuffer()))).toBeNull();
	});

	it.each(formats)('is that it was cut off, wherever: %s', async (format) => {
		const photo = await fileOf(format);
		const ends = Array.from({ length: photo.length - 30 }, (_, cut) => photo.length - 1 - cut);
		expect(ends.filter((end) => photoFault(photo.subarray(0, end)) !== 'photo_damaged')).toEqual([]);
	});

	it('is that a few bytes would be more pixels than memory', async () => {
		expect(photoFault(bomb(10_000, 10_000))).toBe('photo_too_large');
		expect(photoFault(bomb(8_160, 6_144))).toBeNull();
		const jpeg = await fileOf('jpeg');
		const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
		jpeg.set([0xff, 0xff, 0xff, 0xff], frame + 5);
		expect(photoFault(jpeg)).toBe('photo_too_large');
		const webp = new Uint8Array(await drawn().webp({ lossless: true }).toBuffer());
		webp.set([0xff, 0xff, 0xff, 0x0f], 21);
		expect(photoFault(webp)).toBe('photo_too_large');
	});

	it('is not said of what is no such format: whoever draws it will see', () => {
		expect(photoFault(new Uint8Array())).toBe('photo_empty');
		expect(photoFault(heic())).toBeNull();
		expect(photoFault(new TextEncoder().encode('I am a letter'))).toBeNull();
	});
});
