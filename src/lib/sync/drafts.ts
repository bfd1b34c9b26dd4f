import type { Incarnation } from '#lib/domain/ids.ts';
import { newId } from './ids.ts';
import { neededSession } from './me.ts';
import { life } from './sequence.ts';
import type { DraftRow } from './tables.ts';

// What somebody has begun to write. A draft is nobody's promise: it may be overwritten and thrown away, and its id is
// never the id of a mutation. `data` may hold ArrayBuffers (photos), not Files.

export async function saveDraft(id: string, kind: string, data: unknown): Promise<void> {
	const { store } = await neededSession();
	await store.write(async (tx) => {
		await life(tx, { newId });
		await tx.put('draft', { id, kind, data, savedAt: new Date().toISOString() });
	});
}

export const draft = async (id: string): Promise<DraftRow | undefined> =>
	(await neededSession()).store.read((tx) => tx.get('draft', id));

/** The newest first. */
export async function drafts(kind: string): Promise<DraftRow[]> {
	const found = await (await neededSession()).store.read((tx) => tx.where('draft', 'kind', kind));
	return found.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

export async function dropDraft(id: string): Promise<void> {
	await (await neededSession()).store.write((tx) => tx.delete('draft', id));
}

/** Which database a draft lies in. After another answer, what is missing was lost with the one before, not sent or thrown away. */
export const draftsLife = async (): Promise<Incarnation | undefined> =>
	(await (await neededSession()).store.read((tx) => tx.get('life', 'life')))?.incarnation;
