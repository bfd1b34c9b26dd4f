import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bomb, heic } from '#lib/domain/photo/fixtures.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PreparedPhoto } from '#lib/sync/photo.ts';
import { Intake } from './intake.svelte.ts';
import { preparePhoto } from './prepare-photo.ts';
import { shrink, type Easel } from './shrink-photo.ts';

// Real files in a real browser: Chromium, which cannot open HEIC.

async function picture(width: number, height: number, type = 'image/jpeg'): Promise<File> {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d')!;
	for (const [index, colour] of ['#c33', '#3c3', '#33c'].entries()) {
		context.fillStyle = colour;
		context.fillRect((index * width) / 3, 0, width / 3, height);
	}
	return new File([await canvas.convertToBlob({ type })], `${width}.jpg`, { type });
}
const fileOf = (name: string, ...parts: BlobPart[]) => new File(parts, name, { type: 'image/jpeg' });

async function sizeOf(bytes: ArrayBuffer): Promise<[number, number]> {
	const { width, height } = await createImageBitmap(new Blob([bytes]));
	return [width, height];
}

let large: File;
beforeAll(async () => {
	large = await picture(4000, 3000);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

async function prepared(file: Blob): Promise<PreparedPhoto> {
	const ready = await preparePhoto(file);
	if (!ready.ok) throw new Error(ready.code);
	return ready.value;
}

describe('where a photo is made smaller', () => {
	it('is not the page: 12 megapixels are ready while nothing on the page can open or draw a picture', async () => {
		const onPage = vi.fn(() => {
			throw new Error('drawn on the page');
		});
		vi.stubGlobal('createImageBitmap', onPage);
		vi.stubGlobal('OffscreenCanvas', onPage);
		vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(onPage);
		const { bytes, thumbnail, size } = await prepared(large);
		expect(onPage).not.toHaveBeenCalled();
		vi.unstubAllGlobals();
		expect(await sizeOf(bytes)).toEqual([1600, 1200]);
		expect(await sizeOf(thumbnail!)).toEqual([240, 180]);
		expect(size).toBe(bytes.byteLength);
	});

	it('is a worker of its own for each photo, which is gone afterwards', async () => {
		const ended = vi.spyOn(Worker.prototype, 'terminate');
		await prepared(await picture(30, 20));
		await preparePhoto(fileOf('letter.jpg', 'I am a letter'));
		expect(ended).toHaveBeenCalledTimes(2);
	});

	it.each([
		['no workers', () => vi.stubGlobal('Worker', undefined)],
		['workers that do not load', () => vi.stubGlobal('Worker', BrokenWorker)]
	])('is the page in a browser with %s and without OffscreenCanvas', async (_, lacking) => {
		lacking();
		vi.stubGlobal('OffscreenCanvas', undefined);
		expect(await sizeOf((await prepared(large)).bytes)).toEqual([1600, 1200]);
		expect(await preparePhoto(fileOf('letter.jpg', 'I am a letter'))).toMatchObject({ code: 'photo_not_readable' });
	});
});

class BrokenWorker extends EventTarget {
	onerror: (() => void) | null = null;
	terminate() {}
	postMessage() {
		queueMicrotask(() => this.onerror?.());
	}
}

describe('what cannot be used says what it is', () => {
	const cut = async () => fileOf('cut.jpg', large.slice(0, large.size - 2_000));
	const cases: [string, () => Promise<File> | File, string][] = [
		['nothing in it', () => fileOf('none.jpg'), 'photo_empty'],
		['a letter', () => fileOf('letter.jpg', 'I am a letter'), 'photo_not_readable'],
		[
			'a letter that begins like a JPEG',
			() => fileOf('lie.jpg', new Uint8Array([255, 216, 255]), 'letter'),
			'photo_not_readable'
		],
		['50 MB', () => fileOf('raw.jpg', new Uint8Array(50_000_000)), 'photo_too_large'],
		['100 megapixels in a few bytes', () => fileOf('bomb.png', bomb(10_000, 10_000)), 'photo_too_large'],
		['half of it', cut, 'photo_damaged'],
		['HEIC under another name', () => fileOf('photo.jpg', heic('heic', 'mif1')), 'photo_heic']
	];
	it.each(cases)('%s', async (_, file, code) => {
		expect(await preparePhoto(await file())).toEqual({ ok: false, code });
	});

	it('but a HEIC that the browser can open is a photo like any other', async () => {
		const source = await createImageBitmap(large);
		const safari: Easel = {
			open: async () => ({ source, width: source.width, height: source.height, close: () => {} }),
			async draw(width, height, paint) {
				const canvas = new OffscreenCanvas(width, height);
				paint(canvas.getContext('2d')!);
				return canvas.convertToBlob({ type: 'image/jpeg' });
			}
		};
		const shrunk = await shrink(new Blob([heic()]), safari);
		expect(shrunk.ok && (await sizeOf(shrunk.value.bytes))).toEqual([1600, 1200]);
	});
});

it('keeps the order in which they were chosen and the others, and names each that it cannot use and why', async () => {
	const kept: PreparedPhoto[] = [];
	const intake = new Intake((photo) => Promise.resolve(void kept.push(photo)), false);
	const bad = [fileOf('IMG_1.heic', heic()), fileOf('brev.jpg', 'I am a letter')];
	const taken = intake.take([large, bad[0]!, await picture(90, 30), bad[1]!, await picture(60, 20)], 6);
	expect(intake.busy).toBe(5);
	await taken;
	expect(intake.busy).toBe(0);
	expect(await Promise.all(kept.map(({ bytes }) => sizeOf(bytes)))).toEqual([
		[1600, 1200],
		[90, 30],
		[60, 20]
	]);
	expect(intake.problems).toEqual([
		`IMG_1.heic: ${m.errors_photo_heic()}`,
		`brev.jpg: ${m.errors_photo_not_readable()}`
	]);
});
