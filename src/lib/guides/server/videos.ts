// The videos of guides on disk, under `<DATA_DIR>/videos/<organisation>/<sha-256>.<ending>`. Named by their bytes: what is kept
// never changes, keeping it twice is once, and a device may hold it for ever. Nodes share the folder.

import { createHash, randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GuideVideo } from '#lib/domain/guide/guide.ts';
import type { VideoFiles } from '#lib/domain/guide/video-files.ts';
import { partOf } from '#lib/domain/part-of.ts';
import type { Actor } from '#lib/domain/roles.ts';

const named = /^[0-9a-f]{64}\.(webm|mp4|webp)$/;
const types: Record<string, string> = { webm: 'video/webm', mp4: 'video/mp4', webp: 'image/webp' };

export type Videos = ReturnType<typeof openVideos>;

const nameOf = (bytes: Uint8Array, ending: string) => `${createHash('sha256').update(bytes).digest('hex')}.${ending}`;

/** What a guide says of its video; the names follow from the bytes. */
export const described = ({ sources, poster, captions, seconds }: VideoFiles): GuideVideo => ({
	sources: sources.map(({ kind, type, bytes }) => ({ file: nameOf(bytes, kind), type, bytes: bytes.byteLength })),
	poster: poster && nameOf(poster, 'webp'),
	captions,
	seconds
});

export function openVideos(dataDir: string) {
	const at = (organisationId: string, name: string) => join(dataDir, 'videos', organisationId, name);

	async function put(organisationId: string, bytes: Uint8Array, ending: string): Promise<void> {
		const name = nameOf(bytes, ending);
		const path = at(organisationId, name);
		if ((await stat(path).catch(() => null))?.size === bytes.byteLength) return;
		await mkdir(dirname(path), { recursive: true });
		const half = `${path}.${randomUUID()}`;
		const file = await open(half, 'wx');
		try {
			await file.writeFile(bytes);
			await file.datasync();
		} finally {
			await file.close();
		}
		await rename(half, path);
	}

	return {
		/** Before the guide that names it is committed; of one that is not, an unnamed file is all that stays. */
		async keep(organisationId: string, { sources, poster }: VideoFiles): Promise<void> {
			for (const { kind, bytes } of sources) await put(organisationId, bytes, kind);
			if (poster) await put(organisationId, poster, 'webp');
		},

		/** A file that a guide names, to travel with its folder. */
		read: (organisationId: string, name: string): Promise<Uint8Array> => readFile(at(organisationId, name)),

		/** The video of one's own organisation, whole or in parts; all else looks as if it were not there. */
		async show(name: string, range: string | null, actor: Actor | null): Promise<Response> {
			const ending = named.exec(name)?.[1];
			if (!actor || !ending) return new Response(null, { status: 404 });
			const path = at(actor.organisationId, name);
			if (!(await stat(path).catch(() => null))) return new Response(null, { status: 404 });
			return partOf(await openAsBlob(path), range, {
				'content-type': types[ending]!,
				'content-security-policy': "default-src 'none'; sandbox",
				'cache-control': 'private, max-age=31536000, immutable'
			});
		}
	};
}
