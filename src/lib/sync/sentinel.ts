import * as z from 'zod/mini';
import { Incarnation } from '#lib/domain/ids.ts';
import type { Local } from './local.ts';
import { onDevice } from './me.ts';
import { byOrder, life } from './sequence.ts';
import type { Loss } from './tables.ts';

/**
 * A browser may lose its database without a word, and a new empty one looks just like a first start. So what is unsent
 * is noted outside of it: in a cache, and in the origin's private files where there are some. At the start a
 * note of another incarnation means loss, and the person is told what and when; never what was written.
 */
const Note = z.object({
	incarnation: Incarnation,
	lastSeq: z.int(),
	items: z.array(z.object({ kind: z.string(), at: z.string() }))
});
type Note = z.infer<typeof Note>;

/** Enough to name; more are counted by `lastSeq`. */
const most = 200;
const cacheName = 'athand-sentinel';
const address = (personId: string) => `/sentinel/${personId}`;
const fileName = (personId: string) => `sentinel-${personId}.json`;

/** Best effort after every save and acknowledgement: a failure here must not fail what has been saved. */
export async function keepSentinel(local: Local): Promise<void> {
	try {
		const note = await local.store.write(async (tx): Promise<Note> => {
			const { incarnation, lastSeq } = await life(tx, local);
			const unsent = (await tx.where('outbox', 'isPending', 1)).filter((item) => item.kind !== 'outbox.discarded');
			const items = unsent.sort(byOrder).slice(0, most);
			return { incarnation, lastSeq, items: items.map(({ kind, deviceTime }) => ({ kind, at: deviceTime })) };
		});
		await Promise.allSettled([toCache(local.me.personId, note), toFile(local.me.personId, note)]);
	} catch {
		// The store said no: the next save tries again.
	}
}

/** At the start: was this person's database lost? Puts the loss where `losses` finds it, until somebody has read it. */
export async function detectLoss(local: Local): Promise<Loss | null> {
	const { personId } = local.me;
	const { incarnation, earlier } = await local.store.write((tx) => life(tx, local));
	const lives: string[] = [incarnation, ...earlier];
	const notes = await Promise.all([fromCache(personId), fromFile(personId)]);
	const lost = notes.find((note) => note && !lives.includes(note.incarnation) && note.items.length > 0);
	const loss = lost ? { personId, foundAt: local.now().toISOString(), items: lost.items } : null;
	if (loss) {
		await onDevice().write(async (tx) => {
			const kept = await tx.get('setting', 'losses');
			await tx.put('setting', { key: 'losses', value: [...(kept?.key === 'losses' ? kept.value : []), loss] });
		});
	}
	await keepSentinel(local);
	return loss;
}

export async function losses(personId: string): Promise<Loss[]> {
	const kept = await onDevice().read((tx) => tx.get('setting', 'losses'));
	return kept?.key === 'losses' ? kept.value.filter((loss) => loss.personId === personId) : [];
}

/** The person has read it. */
export async function forgetLosses(personId: string): Promise<void> {
	await onDevice().write(async (tx) => {
		const kept = await tx.get('setting', 'losses');
		if (kept?.key === 'losses')
			await tx.put('setting', { key: 'losses', value: kept.value.filter((loss) => loss.personId !== personId) });
	});
}

/** The person's data left this device by wish: an empty database is no loss any more. */
export async function dropSentinel(personId: string): Promise<void> {
	const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
	await Promise.allSettled([
		typeof caches === 'undefined' ? undefined : caches.open(cacheName).then((cache) => cache.delete(address(personId))),
		folder?.removeEntry(fileName(personId))
	]);
}

async function toCache(personId: string, note: Note): Promise<void> {
	if (typeof caches === 'undefined') return;
	await (await caches.open(cacheName)).put(address(personId), Response.json(note));
}

async function fromCache(personId: string): Promise<Note | null> {
	if (typeof caches === 'undefined') return null;
	return read(async () => (await caches.match(address(personId), { cacheName }))?.json());
}

async function toFile(personId: string, note: Note): Promise<void> {
	const folder = await navigator.storage?.getDirectory?.();
	const file = await folder?.getFileHandle(fileName(personId), { create: true });
	const writing = await file?.createWritable?.();
	await writing?.write(JSON.stringify(note));
	await writing?.close();
}

async function fromFile(personId: string): Promise<Note | null> {
	return read(async () => {
		const folder = await navigator.storage?.getDirectory?.();
		const file = await (await folder?.getFileHandle(fileName(personId)))?.getFile();
		return file && JSON.parse(await file.text());
	});
}

async function read(note: () => Promise<unknown>): Promise<Note | null> {
	try {
		return Note.parse(await note());
	} catch {
		return null;
	}
}
