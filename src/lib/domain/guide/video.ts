// What the bytes of a video say about it. A name or an ending says nothing: a phone shows only what it can decode.

/** Larger, and nobody fetches it on a phone; also what one request of an import carries. */
export const videoBytesLimit = 1_500_000;

export type VideoKind = 'webm' | 'mp4';
/** What phones show, by the name that the container gives the codec: the type to ask a browser about. */
const playable: Record<string, string> = {
	V_VP8: 'video/webm; codecs="vp8"',
	V_VP9: 'video/webm; codecs="vp9"',
	avc1: 'video/mp4; codecs="avc1.42E01E"',
	avc3: 'video/mp4; codecs="avc1.42E01E"'
};
export const typeOfCodec = (codec: string): string | null => playable[codec] ?? null;

/** The container and its video's codec, as the container names it; null: neither WebM nor MP4, or without a picture. */
export function readVideo(bytes: Uint8Array): { kind: VideoKind; codec: string } | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length > 12 && view.getUint32(0) === 0x1a45dfa3) {
		const codec = webmCodec(view);
		return codec ? { kind: 'webm', codec } : null;
	}
	if (bytes.length > 12 && ascii(view, 4, 4) === 'ftyp') {
		const codec = mp4Codec(view, 0, bytes.length);
		return codec ? { kind: 'mp4', codec } : null;
	}
	return null;
}

const ascii = (view: DataView, at: number, length: number): string =>
	String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));

const boxesOnTheWay = ['moov', 'trak', 'mdia', 'minf', 'stbl'];
const soundOrText = /^(?:mp4a|[ae]c-3|Opus|fLaC|alac|samr|tx3g|wvtt|stpp|text|tmcd|mp4s)$/;

/** Boxes within boxes; the first entry of a picture's sample description is its codec. */
function mp4Codec(view: DataView, from: number, to: number): string | null {
	for (let at = from; at + 8 <= to;) {
		const size32 = view.getUint32(at);
		const name = ascii(view, at + 4, 4);
		const isLong = size32 === 1;
		if (isLong && at + 16 > to) return null;
		const size = size32 === 0 ? to - at : isLong ? Number(view.getBigUint64(at + 8)) : size32;
		if (size < 8) return null;
		const end = Math.min(at + size, to);
		const inside = at + (isLong ? 16 : 8);
		if (name === 'stsd' && inside + 16 <= end) {
			const codec = ascii(view, inside + 12, 4);
			if (!soundOrText.test(codec)) return codec;
		} else if (boxesOnTheWay.includes(name)) {
			const codec = mp4Codec(view, inside, end);
			if (codec) return codec;
		}
		at += size;
	}
	return null;
}

const segment = 0x18538067;
const tracks = 0x1654ae6b;
const trackEntry = 0xae;
const codecId = 0x86;

/** EBML elements within elements; the first codec that begins with V_ is the picture's. */
function webmCodec(view: DataView, from = 0, to = view.byteLength): string | null {
	for (let at = from; at < to;) {
		const id = vint(view, at, true);
		const size = id && vint(view, at + id.length, false);
		if (!id || !size) return null;
		const inside = at + id.length + size.length;
		// A size of ones is unknown: the rest of what is around it.
		const end = size.isUnknown ? to : Math.min(inside + size.value, to);
		if (id.value === codecId) {
			const codec = ascii(view, inside, end - inside);
			if (codec.startsWith('V_')) return codec.replace(/\0+$/, '');
		} else if (id.value === segment || id.value === tracks || id.value === trackEntry) {
			const codec = webmCodec(view, inside, end);
			if (codec) return codec;
		}
		at = end;
	}
	return null;
}

/** A number whose first byte says how long it is; an element's id keeps that mark, a size does not. */
function vint(view: DataView, at: number, keepsMark: boolean) {
	if (at >= view.byteLength) return null;
	const first = view.getUint8(at);
	const length = Math.clz32(first) - 23;
	if (length > 8 || at + length > view.byteLength) return null;
	const mask = keepsMark ? 0xff : 0xff >> length;
	let value = first & mask;
	let isUnknown = value === mask;
	for (let i = 1; i < length; i++) {
		const byte = view.getUint8(at + i);
		value = value * 256 + byte;
		isUnknown &&= byte === 0xff;
	}
	return { value, length, isUnknown: isUnknown && !keepsMark };
}
