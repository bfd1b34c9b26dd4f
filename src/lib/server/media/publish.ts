// Rewrites photos whose bytes have arrived and lets those see them who may. The queue is the table: what a node did not
// finish is found again at the next round, on this node or another, so nothing here has to be remembered.

import { recordAgain } from '../change-log.ts';
import type { Database } from '../db.ts';
import { log } from '../log.ts';
import { rewritePhoto } from './rewrite.ts';
import type { FileStore } from './store.ts';
import { findUpload, lockUpload, saveState, waitingUploads } from './uploads.ts';

export type Publisher = { database: Database; store: FileStore };

const roundMs = 30_000;
let isRunning = false;

/** Everything that waits, one after the other. Called when a file has arrived; a call during a round adds nothing. */
export async function publishWaiting(publisher: Publisher): Promise<void> {
	if (isRunning) return;
	isRunning = true;
	try {
		for (let waiting = await list(publisher); waiting.length > 0; waiting = await list(publisher)) {
			let done = 0;
			for (const { fileId, organisationId } of waiting)
				done += Number(await publishOne(publisher, fileId, organisationId));
			if (done === 0) return;
		}
	} catch (error) {
		log.error({ err: error }, 'photos wait to be rewritten');
	} finally {
		isRunning = false;
	}
}

/** Looks again from time to time: for what another node left behind. */
export function keepPublishing(publisher: Publisher): void {
	setInterval(() => void publishWaiting(publisher), roundMs).unref();
	void publishWaiting(publisher);
}

const list = ({ database }: Publisher) => database.withOrganisations([], waitingUploads);

async function publishOne({ database, store }: Publisher, fileId: string, organisationId: string): Promise<boolean> {
	return database.withOrganisations([organisationId], async (tx) => {
		if (!(await lockUpload(tx, fileId))) return false;
		const upload = await findUpload(tx, fileId);
		if (upload?.state !== 'verified') return false;
		const photo = await rewritePhoto(store.whole(fileId));
		if (photo.ok) {
			const { bytes, mime, width, height } = photo.value;
			await store.publish(fileId, bytes);
			await saveState(tx, fileId, 'published', { mime, detail: { width, height } });
		} else await saveState(tx, fileId, 'refused', { code: photo.code });
		await recordAgain(tx, 'ticket', upload.ticketId);
		await store.dropOriginal(fileId);
		return true;
	});
}
