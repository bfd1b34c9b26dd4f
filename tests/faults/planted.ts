import type { Local } from '#lib/sync/local.ts';
import { chunkId } from '#lib/sync/photo.ts';
import type { FileRow } from '#lib/sync/tables.ts';
import { Refusal, type Transport, type UploadStatus } from '#lib/sync/transport.ts';
import type { Mutant } from './mutants.ts';
import type { Tab } from './tab.ts';

// Mistakes of a device, planted between its own code and what that code stands on.

/** The network as a device that makes this mistake would use it. */
export function mistaken(tab: Tab, sound: Transport, mutant: Mutant | undefined): Transport {
	const { data } = tab.device.disk;
	const fileOf = (fileId: string) => data.get('file')?.get(fileId) as FileRow | undefined;
	const { push, pull, upload } = sound;

	if (mutant === 'delete before acknowledgement')
		return {
			...sound,
			push: (request) => {
				for (const { mutationId } of request.items) data.get('outbox')?.delete(mutationId);
				return push(request);
			}
		};
	if (mutant === 'chunks go with the last byte sent') {
		const send: Transport['upload']['send'] = (fileId, offset, bytes, sha256) => {
			const file = fileOf(fileId);
			if (file && offset + bytes.byteLength === file.size)
				file.chunkSha256.forEach((_, index) => data.get('chunk')?.delete(chunkId(fileId, index)));
			return upload.send(fileId, offset, bytes, sha256);
		};
		return { push, pull, upload: { ...upload, send } };
	}
	if (mutant === 'own offset instead of the server’s') {
		const status: Transport['upload']['status'] = async (fileId) => {
			const { offset = 0 } = fileOf(fileId) ?? {};
			return offset > 0 ? { offset, state: 'receiving' } : upload.status(fileId);
		};
		return { push, pull, upload: { ...upload, status } };
	}
	if (mutant === 'any 200 is verified') {
		const believing = (answer: Promise<UploadStatus>): Promise<UploadStatus> =>
			answer.catch((error: unknown) => {
				if (!String(error).includes('not an answer about a file')) throw error;
				return { offset: 0, state: 'verified' };
			});
		return {
			push,
			pull,
			upload: {
				status: (fileId) => believing(upload.status(fileId)),
				send: (...sent) => believing(upload.send(...sent))
			}
		};
	}
	if (mutant === 'signed out ends an upload') {
		const ending = (error: unknown) => {
			throw error instanceof Refusal && error.code === 'signed_out' ? new Refusal('photo_not_readable') : error;
		};
		return {
			push,
			pull,
			upload: {
				status: (fileId) => upload.status(fileId).catch(ending),
				send: (...sent) => upload.send(...sent).catch(ending)
			}
		};
	}
	return sound;
}

/** A device that does not ask whether the item of a photo has arrived: it cannot see any. */
export const hasty = (local: Local): Local => ({
	...local,
	store: {
		...local.store,
		read: (work) =>
			local.store.read((tx) =>
				work({ ...tx, get: (table, key) => (table === 'outbox' ? Promise.resolve(undefined) : tx.get(table, key)) })
			)
	}
});
