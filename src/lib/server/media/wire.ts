// The server's half of tus 1.0 with its checksum extension (tus.io): HEAD asks how far a file is, PATCH adds to it.
// There is no creation: a push announces files. `Upload-State` and `Upload-Code` say what tus has no words for. A code is
// given only where trying again cannot help, or to say why to wait: without one the device keeps its bytes and tries again.

import { createHash } from 'node:crypto';
import { errors, type ErrorCode } from '#lib/domain/errors.ts';
import { FileId } from '#lib/domain/ids.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Database } from '../db.ts';
import { log } from '../log.ts';
import { isSameOrigin } from '../same-origin.ts';
import { isDiskFull, type Disk } from './disk.ts';
import { append, held, type Held } from './receive.ts';

export type WireContext = {
	database: Database;
	disk: Disk;
	actor: Actor | null;
	isTooMuch?: boolean;
	onVerified(): void;
};

/** Memory of one request; the device sends 1 MB. Below BODY_SIZE_LIMIT. */
const chunkBytesLimit = 4_000_000;

/** Where the wire has a better word than the table of errors, or a hint of when to come back (seconds). */
const statuses: Partial<Record<ErrorCode, number>> = { busy: 423 };
const retryAfter: Partial<Record<ErrorCode, string>> = { busy: '1', server_storage_full: '60', too_many_tries: '60' };

export async function answer(request: Request, id: string, context: WireContext): Promise<Response> {
	if (!isSameOrigin(request)) return plain(403);
	if (request.method === 'OPTIONS')
		return plain(204, { 'Tus-Version': '1.0.0', 'Tus-Extension': 'checksum', 'Tus-Checksum-Algorithm': 'sha256' });
	if (!context.actor) return refused('signed_out');
	if (context.isTooMuch) return refused('too_many_tries');
	const signedIn = { ...context, actor: context.actor };
	if (request.headers.get('tus-resumable') !== '1.0.0') return plain(412, { 'Tus-Version': '1.0.0' });
	const fileId = FileId.safeParse(id.toLowerCase());
	if (!fileId.success) return refused('not_found');
	try {
		if (request.method === 'HEAD') return said(await held(signedIn, fileId.data), 200);
		return await patch(request, fileId.data, signedIn);
	} catch (error) {
		if (!isDiskFull(error)) throw error;
		log.error({ err: error, fileId: fileId.data }, 'no space for uploads');
		return refused('server_storage_full');
	}
}

async function patch(request: Request, fileId: FileId, context: WireContext & { actor: Actor }): Promise<Response> {
	const { headers } = request;
	if (headers.get('content-type') !== 'application/offset+octet-stream') return plain(415);
	const offset = headers.get('upload-offset') ?? '';
	const checksum = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(headers.get('upload-checksum') ?? '')?.[1];
	if (!/^\d{1,10}$/.test(offset) || !checksum) return plain(400);
	if (Number(headers.get('content-length')) > chunkBytesLimit) return plain(413);

	// Read before anything is locked: a slow line holds nothing. Null: cut on its way, nobody hears the answer.
	const body = await request.arrayBuffer().catch(() => null);
	// Some browsers lose the bytes of a stored file and send none.
	if (!body || body.byteLength === 0) return plain(400);
	if (body.byteLength > chunkBytesLimit) return plain(413);
	const bytes = new Uint8Array(body);
	if (createHash('sha256').update(bytes).digest('base64') !== checksum) return plain(460);

	const now = await append(context, fileId, Number(offset), bytes);
	if (now.ok && now.value.state === 'verified') context.onVerified();
	return said(now, 204);
}

function said(now: Result<Held>, status: number): Response {
	if (!now.ok) return refused(now.code);
	const { offset, size, state, code } = now.value;
	return plain(status, {
		'Upload-Offset': String(offset),
		'Upload-Length': String(size),
		'Upload-State': state,
		...(code ? { 'Upload-Code': code } : {})
	});
}

function refused(code: ErrorCode): Response {
	const pause = retryAfter[code];
	const headers = { 'Upload-Code': code, ...(pause ? { 'Retry-After': pause } : {}) };
	return plain(statuses[code] ?? errors[code].httpStatus, headers);
}

const plain = (status: number, headers: Record<string, string> = {}): Response =>
	new Response(null, { status, headers: { 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store', ...headers } });
