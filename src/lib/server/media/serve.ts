import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Actor } from '#lib/domain/roles.ts';
import type { Database } from '../db.ts';
import { log } from '../log.ts';
import { readablePhoto } from './readable.ts';
import type { FileStore } from './store.ts';
import { refusal } from './tus.ts';

/** Pixels only: whatever a browser might see in these bytes, it runs nothing and reads nothing from here. */
const harmless = {
	'Content-Security-Policy': "sandbox; default-src 'none'",
	'Content-Disposition': 'inline; filename="photo"',
	'X-Content-Type-Options': 'nosniff',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cache-Control': 'private, no-store'
};

export async function servePhoto(
	{ database, store, actor }: { database: Database; store: FileStore; actor: Actor },
	fileId: string
): Promise<Response> {
	const photo = await database.withActor(actor, (tx) => readablePhoto(tx, actor, fileId));
	if (!photo) return refusal('not_found');
	const path = store.published(fileId);
	const { size } = await stat(path);
	log.info({ personId: actor.personId, fileId, ticketId: photo.ticketId }, 'photo read');
	const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
	return new Response(body, {
		headers: { ...harmless, 'Content-Type': photo.mime, 'Content-Length': String(size) }
	});
}
