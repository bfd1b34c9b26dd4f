import { jpeg, shrink, type Easel } from './shrink-photo.ts';

// Draws one photo away from the page. Answers a Result, or null when the page has to do it: a browser that cannot draw
// in a worker, or a HEIC, which some browsers only open in an image element.

const easel: Easel = {
	async open(file) {
		const source = await createImageBitmap(file, { imageOrientation: 'from-image' });
		return { source, width: source.width, height: source.height, close: () => source.close() };
	},
	draw(width, height, paint) {
		const canvas = new OffscreenCanvas(width, height);
		paint(canvas.getContext('2d')!);
		return canvas.convertToBlob(jpeg);
	}
};

const canDraw = typeof OffscreenCanvas !== 'undefined' && new OffscreenCanvas(1, 1).getContext('2d') !== null;

// What it throws (no memory for a canvas) would reach nobody.
addEventListener('message', ({ data }: MessageEvent<Blob>) => void answer(data).catch(() => postMessage(null)));

async function answer(file: Blob): Promise<void> {
	const shrunk = canDraw ? await shrink(file, easel) : null;
	if (shrunk?.ok) postMessage(shrunk, { transfer: [shrunk.value.bytes, shrunk.value.thumbnail] });
	else postMessage(shrunk?.code === 'photo_heic' ? null : shrunk);
}
