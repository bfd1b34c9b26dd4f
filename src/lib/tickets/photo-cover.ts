/** Covering and cropping of a picture before it is kept: pure work on a canvas, nothing leaves it but the new picture. */

export type Box = { x: number; y: number; width: number; height: number };

/** Two corners in any order, kept inside the picture, in whole pixels. */
export function boxOf(ax: number, ay: number, bx: number, by: number, width: number, height: number): Box {
	const clamp = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
	const [left, right] = [clamp(Math.min(ax, bx), width), clamp(Math.max(ax, bx), width)];
	const [top, bottom] = [clamp(Math.min(ay, by), height), clamp(Math.max(ay, by), height)];
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Smaller than this is a slip of the finger. In pixels of the picture. */
export const leastBox = 12;

/**
 * Replaces a part by coarse squares of its own average colours: one sees that something is there, and nothing can be
 * computed back, unlike a blur.
 */
export function cover(canvas: HTMLCanvasElement, { x, y, width, height }: Box): void {
	const context = canvas.getContext('2d');
	if (!context || width < 1 || height < 1) return;
	const squares = { across: Math.min(6, width), down: Math.min(6, height) };
	const small = new OffscreenCanvas(squares.across, squares.down);
	small.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, squares.across, squares.down);
	context.imageSmoothingEnabled = false;
	context.drawImage(small, 0, 0, squares.across, squares.down, x, y, width, height);
}

export function crop(canvas: HTMLCanvasElement, { x, y, width, height }: Box): void {
	const part = canvas.getContext('2d')?.getImageData(x, y, Math.max(1, width), Math.max(1, height));
	if (!part) return;
	canvas.width = part.width;
	canvas.height = part.height;
	canvas.getContext('2d')?.putImageData(part, 0, 0);
}
