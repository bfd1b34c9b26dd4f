import { errors, type ErrorCode } from '#lib/domain/errors.ts';
import { photoBytesLimit } from '#lib/domain/ticket/words.ts';
import { publishWaiting } from './publish.ts';
import { receive, statusOf, type Chunk, type Received, type Receiver } from './receive.ts';

// The wire of tus 1.0, as far as a device needs it: HEAD and PATCH. `Upload-State` says what tus has no word for;
// `Upload-Code` is the refusal's code, a header because an answer to HEAD has no body.

/** Answers a request for one file. The file was announced by the push of its report: there is nothing to create. */
export async function answerUpload(receiver: Receiver, fileId: string, request: Request): Promise<Response> {
	if (request.method === 'HEAD') {
		const status = await statusOf(receiver, fileId);
		return status ? stateResponse(status, 200) : refusal('not_found');
	}
	const chunk = await chunkOf(request);
	if ('refused' in chunk) return refusal(chunk.refused);
	try {
		const outcome = await receive(receiver, fileId, chunk);
		if ('refused' in outcome) return refusal(outcome.refused, outcome.offset);
		if (outcome.state === 'verified') void publishWaiting(receiver);
		return stateResponse(outcome, 204);
	} catch (error) {
		if (isDiskFull(error)) return refusal('server_storage_full');
		throw error;
	}
}

async function chunkOf(request: Request): Promise<Chunk | { refused: ErrorCode }> {
	const { headers } = request;
	const offset = Number(headers.get('upload-offset') ?? NaN);
	if (headers.get('content-type') !== 'application/offset+octet-stream') return { refused: 'invalid_input' };
	if (!Number.isInteger(offset) || offset < 0) return { refused: 'invalid_input' };
	if (Number(headers.get('content-length')) > photoBytesLimit) return { refused: 'photo_too_large' };
	const [algorithm, checksum] = headers.get('upload-checksum')?.split(' ') ?? [];
	if (algorithm !== undefined && (algorithm !== 'sha256' || !checksum)) return { refused: 'invalid_input' };
	return {
		offset,
		bytes: new Uint8Array(await request.arrayBuffer()),
		sha256: checksum ? Buffer.from(checksum, 'base64').toString('hex') : null
	};
}

const common = { 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store' };

const stateResponse = ({ offset, size, state, code }: Received, status: number) =>
	new Response(null, {
		status,
		headers: {
			...common,
			'Upload-Offset': String(offset),
			'Upload-Length': String(size),
			'Upload-State': state,
			...(code ? { 'Upload-Code': code } : {})
		}
	});

/** Retryable refusals keep what has arrived; the offset says where to go on. */
export const refusal = (code: ErrorCode, offset: number | null = null): Response =>
	Response.json(
		{ code },
		{
			status: errors[code].httpStatus,
			headers: { ...common, 'Upload-Code': code, ...(offset === null ? {} : { 'Upload-Offset': String(offset) }) }
		}
	);

const isDiskFull = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
