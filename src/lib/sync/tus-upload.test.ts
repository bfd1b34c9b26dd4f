import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { FileId } from '#lib/domain/ids.ts';
import { newId } from './ids.ts';
import { sha256 } from './sha256.ts';
import { NoAnswer, Refusal } from './transport.ts';
import { tusUpload } from './tus-upload.ts';

const fileId = newId<FileId>();
const bytes = new Uint8Array([1, 2, 3]).buffer;
const respond = (status: number, headers: Record<string, string> = {}, body: BodyInit | null = null) =>
	vi.fn<typeof fetch>(async () => new Response(body, { status, headers }));
const far = { 'Upload-Offset': '3', 'Upload-State': 'receiving' };

describe('the wire of bytes', () => {
	it('[UP3] asks how far the server is, and adds there with a checksum', async () => {
		const request = respond(200, far);
		expect(await tusUpload(request).status(fileId)).toEqual({ offset: 3, state: 'receiving' });
		await tusUpload(request).send(fileId, 3, bytes, await sha256(bytes));
		const [head, patch] = request.mock.calls.map(
			([url, init]) => [url, init?.method, new Headers(init?.headers)] as const
		);
		expect(head?.slice(0, 2)).toEqual([`/api/uploads/${fileId}`, 'HEAD']);
		expect(patch?.[1]).toBe('PATCH');
		expect(patch?.[2].get('upload-offset')).toBe('3');
		expect(patch?.[2].get('upload-checksum')).toBe(
			`sha256 ${createHash('sha256').update(new Uint8Array(bytes)).digest('base64')}`
		);
	});

	it.each([
		['a portal page', respond(200, {}, '<html>')],
		['a node that is busy', respond(503, { 'retry-after': '7' })],
		['another offset', respond(409, { 'Upload-Code': 'offset_conflict' })],
		['a full disk', respond(507, { 'Upload-Code': 'server_storage_full' })],
		['an error without a word', respond(404)]
	])('[UP7] keeps everything after %s', async (_, request) => {
		await expect(tusUpload(request).status(fileId)).rejects.toBeInstanceOf(NoAnswer);
	});

	it('[UP7] waits as long as it was asked to', async () => {
		await expect(tusUpload(respond(429, { 'retry-after': '7' })).status(fileId)).rejects.toMatchObject({
			retryAfterMs: 7_000
		});
	});

	it.each([
		[401, {}, null, 'signed_out'],
		[422, { 'Upload-Code': 'photo_not_readable' }, null, 'photo_not_readable'],
		[413, {}, JSON.stringify({ code: 'photo_too_large' }), 'photo_too_large']
	])('[UP5] takes %i for a refusal only with a code', async (status, headers, body, code) => {
		const refused = tusUpload(respond(status, headers as Record<string, string>, body)).send(fileId, 0, bytes, '00');
		await expect(refused).rejects.toEqual(new Refusal(code as Refusal['code']));
	});
});
