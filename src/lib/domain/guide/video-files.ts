import { locales, type Locale } from '../locale.ts';
import { readCaptions } from './captions.ts';
import { decode } from './decode.ts';
import type { ImportFolder } from './folders.ts';
import type { ImportProblemCode } from './problem.ts';
import { readVideo, typeOfCodec, videoBytesLimit, type VideoKind } from './video.ts';

// The video of a folder: video.webm and/or video.mp4 (the same video), video.webp (its poster), video.<language>.vtt.

export type VideoFiles = {
	sources: { kind: VideoKind; type: string; bytes: Uint8Array }[];
	poster: Uint8Array | null;
	captions: Partial<Record<Locale, string>>;
	seconds: number;
};

const video = /^video\.(?!webp$|vtt$)[a-z0-9]{2,5}$/i;
const poster = 'video.webp';

export const isVideoFile = (name: string): boolean =>
	video.test(name) || name === poster || /^video\.(?:da|nb|sv|ko|en)\.vtt$/.test(name);

/** A small WebP; what is something else is as if it were not there. */
const readPoster = (bytes: Uint8Array | undefined): Uint8Array | null =>
	bytes && bytes.byteLength <= 200_000 && String.fromCharCode(...bytes.subarray(8, 12)) === 'WEBP' ? bytes : null;

/** Null where there is none, or after every reason has been reported. */
export function readVideoFiles(
	{ files }: ImportFolder,
	texts: readonly Locale[],
	report: (code: ImportProblemCode, file: string, detail?: string) => void
): VideoFiles | null {
	const found: VideoFiles = { sources: [], poster: readPoster(files.get(poster)?.bytes), captions: {}, seconds: 0 };
	// WebM first: where a browser shows both, it takes the first.
	const videos = [...files.keys()].filter((name) => video.test(name)).sort((a, b) => (a > b ? -1 : 1));
	for (const name of videos) {
		const { bytes } = files.get(name)!;
		const read = readVideo(bytes);
		const type = read && typeOfCodec(read.codec);
		if (bytes.byteLength > videoBytesLimit) report('video_too_large', name, String(bytes.byteLength));
		else if (!read) report('video_unreadable', name);
		else if (!type) report('video_codec', name, read.codec);
		else found.sources.push({ kind: read.kind, type, bytes });
	}
	for (const locale of locales) {
		const file = files.get(`video.${locale}.vtt`);
		if (!file) continue;
		const { text } = decode(file.bytes);
		const cues = readCaptions(text);
		if (!cues) report('captions_unreadable', `video.${locale}.vtt`);
		else {
			found.captions[locale] = text;
			found.seconds = Math.max(found.seconds, ...cues.map(({ to }) => Math.ceil(to)));
		}
	}
	// Without sound on a shop floor, and for those who do not hear, captions are the video.
	const silent = texts.filter((locale) => !files.has(`video.${locale}.vtt`));
	if (videos.length && silent.length) report('captions_missing', '', silent.join(', '));
	if (videos.length && !found.poster) report('poster_missing', '');
	return found.sources.length ? found : null;
}
