import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVideo, typeOfCodec } from './video.ts';

const video = (ending: string) => new Uint8Array(readFileSync(`content/guides/handheld-cradle/video.${ending}`));
const [webm, mp4] = [video('webm'), video('mp4')];

/** The same video with another name for its codec. */
function coded(bytes: Uint8Array, from: string, to: string): Uint8Array {
	const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to);
	return new Uint8Array(Buffer.from(text, 'latin1'));
}

describe('readVideo', () => {
	it.each([
		[webm, { kind: 'webm', codec: 'V_VP9' }],
		[mp4, { kind: 'mp4', codec: 'avc1' }],
		[coded(webm, 'V_VP9', 'V_AV1'), { kind: 'webm', codec: 'V_AV1' }],
		[coded(mp4, 'avc1', 'hvc1'), { kind: 'mp4', codec: 'hvc1' }],
		[coded(mp4, 'avc1', 'mp4a'), null],
		[webm.subarray(0, 60), null],
		[mp4.subarray(0, 60), null],
		[new Uint8Array(), null],
		[new TextEncoder().encode('RIFF....AVI LIST and so on'), null]
	])('%#', (bytes, found) => expect(readVideo(bytes)).toEqual(found));

	it('knows what phones show', () => {
		expect(typeOfCodec('V_VP9')).toBe('video/webm; codecs="vp9"');
		expect(typeOfCodec('hvc1')).toBeNull();
	});

	it('ends on whatever bytes it is given', () => {
		const heads = [webm, mp4].flatMap((bytes) => [bytes.subarray(0, 400), bytes.subarray(0, 40)]);
		fc.assert(
			fc.property(
				fc.constantFrom(...heads),
				fc.array(fc.tuple(fc.nat(399), fc.nat(255)), { maxLength: 20 }),
				(head, changes) => {
					const bytes = Uint8Array.from(head);
					for (const [at, byte] of changes) bytes[at] = byte;
					const read = readVideo(bytes);
					expect(read === null || read.codec.length > 0).toBe(true);
				}
			)
		);
	});
});
