import { errors, isErrorCode, type ErrorCode } from '#lib/domain/errors.ts';
import type { PhotoState } from '#lib/domain/rows.ts';
import { NoAnswer, Refusal, type Upload, type UploadStatus } from './transport.ts';

/**
 * The bytes of a file over the wire of tus 1.0: HEAD asks how far the server is, PATCH adds at that place. Every chunk
 * carries its own SHA-256. `Upload-State` says what tus has no word for: verified, published, refused.
 */
const chunkLimitMs = 60_000;
const statusLimitMs = 30_000;

export function tusUpload(request: typeof fetch): Upload {
	async function call(fileId: string, init: RequestInit, limitMs: number): Promise<UploadStatus> {
		let response: Response;
		try {
			response = await request(`/api/uploads/${fileId}`, { ...init, signal: AbortSignal.timeout(limitMs) });
		} catch (error) {
			throw new NoAnswer(String(error));
		}
		if (!response.ok) throw await failure(response);
		return statusOf(response);
	}

	return {
		status: (fileId) => call(fileId, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }, statusLimitMs),
		async send(fileId, offset, bytes, sha256) {
			const headers = {
				'Tus-Resumable': '1.0.0',
				'Content-Type': 'application/offset+octet-stream',
				'Upload-Offset': String(offset),
				'Upload-Checksum': `sha256 ${base64(sha256)}`
			};
			return call(fileId, { method: 'PATCH', headers, body: bytes }, chunkLimitMs);
		}
	};
}

const states: readonly PhotoState[] = ['expected', 'receiving', 'verified', 'published', 'refused'];

function statusOf(response: Response): UploadStatus {
	const offset = Number(response.headers.get('Upload-Offset') ?? NaN);
	const state = states.find((known) => known === response.headers.get('Upload-State'));
	if (!Number.isInteger(offset) || offset < 0 || !state) throw new NoAnswer('not an answer about a file');
	const code = response.headers.get('Upload-Code');
	return isErrorCode(code) ? { offset, state, code } : { offset, state };
}

/** Only a refusal that no repetition would change is one; everything else keeps the bytes and tries again. */
async function failure(response: Response): Promise<Error> {
	if (response.status === 401) return new Refusal('signed_out');
	const code = await codeOf(response);
	if (code && !errors[code].retryable) return new Refusal(code);
	const seconds = Number(response.headers.get('retry-after') ?? NaN);
	return new NoAnswer(`upload: ${response.status}`, Number.isFinite(seconds) ? Math.min(seconds, 600) * 1_000 : null);
}

/** HEAD has no body, so the code is a header too. */
async function codeOf(response: Response): Promise<ErrorCode | null> {
	const named = response.headers.get('Upload-Code');
	if (isErrorCode(named)) return named;
	const body: { code?: unknown } | null = await response.json().catch(() => null);
	return isErrorCode(body?.code) ? body.code : null;
}

const base64 = (hex: string): string =>
	btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16))));
