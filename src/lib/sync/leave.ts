import type { PersonId } from '#lib/domain/ids.ts';
import { personStore } from './local-db.ts';
import { currentSession, onDevice, signOut } from './me.ts';
import { rowKinds } from './protocol.ts';
import { dropSentinel } from './sentinel.ts';
import { dropShared } from './shared-photos.ts';
import { stopSending } from './wake.ts';

/**
 * Signing out or handing the device on: everything of this person leaves the device, except what is not sent yet. That
 * stays, readable to nobody else, until the person signs in here again. Returns how many items stay.
 */
export async function leave(personId: PersonId): Promise<number> {
	const session = await currentSession();
	const isMine = session?.me.personId === personId;
	if (isMine) stopSending();
	const store = isMine ? session.store : personStore(personId);
	const drafts = await store.read((tx) => tx.all('draft'));
	for (const { id } of drafts) await dropShared(id);
	const unsent = await store.write(async (tx) => {
		for (const table of [...rowKinds, 'base', 'draft', 'cursor'] as const) await tx.clear(table);
		const items = await tx.all('outbox');
		const kept = items.filter((item) => item.isPending === 1 || item.state === 'needsYou');
		const files = (await tx.all('file')).filter((file) => file.state === 'waiting' || file.state === 'sending');
		const gone = (await tx.all('file')).filter((file) => !files.includes(file));
		await tx.delete('outbox', ...items.filter((item) => !kept.includes(item)).map((item) => item.mutationId));
		for (const { fileId } of gone) {
			const chunks = await tx.where('chunk', 'fileId', fileId);
			await tx.delete('chunk', ...chunks.map(({ id }) => id));
			await tx.delete('file', fileId);
		}
		return kept.filter((item) => item.kind !== 'outbox.discarded').length + files.length;
	});
	if (isMine) await signOut();
	if (unsent > 0) return unsent;
	await store.destroy();
	await dropSentinel(personId);
	await onDevice().write((tx) => tx.delete('resident', personId));
	return 0;
}

/** People whose unsent items wait on this device, with how many: a count, nothing of what they wrote. */
export async function waitingOfOthers(): Promise<{ personId: PersonId; name: string; count: number }[]> {
	const me = (await currentSession())?.me.personId;
	const residents = await onDevice().read((tx) => tx.all('resident'));
	const others = await Promise.all(
		residents
			.filter(({ personId }) => personId !== me)
			.map(async ({ personId, name }) => {
				const store = personStore(personId);
				const pending = await store.read((tx) => tx.where('outbox', 'isPending', 1));
				store.close();
				return { personId, name, count: pending.filter((item) => item.kind !== 'outbox.discarded').length };
			})
	);
	return others.filter(({ count }) => count > 0);
}
