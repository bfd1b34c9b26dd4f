import { jpeg, type Easel } from './shrink-photo.ts';

/** The page's own: it holds up typing for a moment, but every browser has it, and an image element opens what it shows. */
export const pageEasel: Easel = {
	async open(file) {
		const image = new Image();
		image.src = URL.createObjectURL(file);
		const close = () => URL.revokeObjectURL(image.src);
		try {
			await image.decode();
		} catch (error) {
			close();
			throw error;
		}
		return { source: image, width: image.naturalWidth, height: image.naturalHeight, close };
	},
	draw(width, height, paint) {
		const canvas = Object.assign(document.createElement('canvas'), { width, height });
		paint(canvas.getContext('2d')!);
		return new Promise((resolve, reject) =>
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('nothing drawn'))), jpeg.type, jpeg.quality)
		);
	}
};
