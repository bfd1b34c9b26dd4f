import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import sharp from 'sharp';
import { readCaptions } from '../../src/lib/domain/guide/captions.ts';
import { videos, type Shot } from './shots.ts';

// `npm run videos [-- <guide>]`: draws the guides' videos anew, as VP9 (video.webm) and H.264 (video.mp4), with a poster. The
// times of the captions are the times of the shots.

const [width, height, framesPerSecond] = [640, 360, 12];

if (spawnSync('ffmpeg', ['-version']).error) {
	console.error('ffmpeg is missing. On Debian: apt-get install -y ffmpeg');
	process.exit(1);
}

// A rasteriser knows no custom properties: the colours of the light theme stand beside them.
const plainColours = (svg: string) =>
	svg.replace(/var\(--[\w-]+, (#\w+)\)/g, '$1').replaceAll('currentColor', '#13211b');

const picture = (shot: Shot, t: number) =>
	sharp(
		Buffer.from(
			plainColours(
				`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 -8 328 184.5" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${shot(t)}</svg>`
			)
		)
	).flatten({ background: '#d3e5d9' });

const codecs = {
	webm: ['-c:v', 'libvpx-vp9', '-crf', '38', '-b:v', '0', '-row-mt', '1', '-g', '120'],
	mp4: ['-c:v', 'libx264', '-crf', '28', '-preset', 'veryslow', '-tune', 'animation', '-movflags', '+faststart']
};

async function encode(frames: Buffer[], path: string, codec: string[]) {
	const raw = [
		'-f',
		'rawvideo',
		'-pix_fmt',
		'rgb24',
		'-s',
		`${width}x${height}`,
		'-r',
		String(framesPerSecond),
		'-i',
		'-'
	];
	const plain = ['-pix_fmt', 'yuv420p', '-an', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'];
	const ffmpeg = spawn('ffmpeg', ['-y', '-loglevel', 'error', ...raw, ...codec, ...plain, path], {
		stdio: ['pipe', 'inherit', 'inherit']
	});
	for (const frame of frames) if (!ffmpeg.stdin.write(frame)) await once(ffmpeg.stdin, 'drain');
	ffmpeg.stdin.end();
	const [code] = await once(ffmpeg, 'exit');
	if (code !== 0) throw new Error(`ffmpeg could not write ${path}`);
	console.log(`${path} ${Math.round(statSync(path).size / 1000)} kB`);
}

for (const [guide, shots] of Object.entries(videos)) {
	if (process.argv[2] && process.argv[2] !== guide) continue;
	const folder = `content/guides/${guide}`;
	const cues = readCaptions(readFileSync(`${folder}/video.en.vtt`, 'utf8'));
	if (cues?.length !== shots.length) throw new Error(`${guide}: ${shots.length} shots, ${cues?.length} captions`);
	const frames: Buffer[] = [];
	for (const [n, shot] of shots.entries()) {
		const count = Math.round((cues[n]!.to - cues[n]!.from) * framesPerSecond);
		for (let i = 0; i < count; i++)
			frames.push(
				await picture(shot, i / (count - 1))
					.raw()
					.toBuffer()
			);
	}
	for (const [kind, codec] of Object.entries(codecs)) await encode(frames, `${folder}/video.${kind}`, codec);
	await picture(shots[0]!, 0.55).webp({ quality: 70 }).toFile(`${folder}/video.webp`);
}
