import * as z from 'zod/mini';
import { TicketId } from '#lib/domain/ids.ts';
import type { Local } from './local.ts';
import { outside } from './outside.ts';
import { PushItem } from './protocol.ts';
import { keepBase, rebase } from './rebase.ts';
import { byOrder, life, nextPlace } from './sequence.ts';
import type { Tx } from './store.ts';
import type { OutboxRow, PersonTables } from './tables.ts';

/**
 * A second copy of the words that are not sent, outside of the database. A new database finds those of the one that was
 * lost and takes them up again under their own ids, so that nothing can happen twice, whatever the server has seen.
 * Photos are too large for a copy: their reports come back and ask for them again.
 */
const Copy = z.extend(PushItem, { order: z.int(), ticketId: z.nullable(TicketId) });
type Copy = z.infer<typeof Copy>;

export const folderOf = (personId: string): string => `unsent-${personId}`;

/** Only on this device: the server has neither taken it nor taken custody of it. */
const isOwed = (item: OutboxRow): boolean =>
	item.kind !== 'outbox.discarded' && (item.isPending === 1 || (item.state === 'needsYou' && !item.isParked));

/** What is owed, in the order in which it was saved. */
export async function owed(tx: Tx<PersonTables>): Promise<OutboxRow[]> {
	const [pending, needsYou] = await Promise.all([
		tx.where('outbox', 'isPending', 1),
		tx.where('outbox', 'state', 'needsYou')
	]);
	return [...pending, ...needsYou.filter((item) => item.isPending === 0)].filter(isOwed).sort(byOrder);
}

/**
 * Makes the copies what they should be. Those of another database are left alone: they wait for `takeUp`.
 * @returns whether each item has one
 */
export async function keepCopies(local: Local, items: readonly OutboxRow[]): Promise<boolean> {
	let isWhole = true;
	const folder = folderOf(local.me.personId);
	const { everywhere, somewhere } = await outside.names(folder);
	for (const item of items) {
		if (everywhere.has(item.mutationId)) continue;
		const copy: Copy = Copy.parse({ ...item, dependsOn: item.dependsOn.slice(0, 20) });
		const took = await outside.put(folder, item.mutationId, JSON.stringify(copy));
		if (took.length === 0) isWhole = false;
	}
	const others = [...somewhere].filter((id) => !items.some(({ mutationId }) => mutationId === id));
	const known = await local.store.read((tx) => Promise.all(others.map((id) => tx.get('outbox', id))));
	for (const item of known) if (item && !isOwed(item)) await outside.delete(folder, item.mutationId);
	return isWhole;
}

/** Puts what another life of this person's database left behind into this one. Returns the ids of what is here now, photos too. */
export async function takeUp(local: Local): Promise<Set<string>> {
	const left = await copiesOf(local.me.personId);
	if (left.length === 0) return new Set();
	return local.store.write(async (tx) => {
		const { incarnation, earlier } = await life(tx, local);
		const lives: string[] = [incarnation, ...earlier];
		const here = new Set<string>();
		for (const copy of left) {
			if (lives.includes(copy.incarnation)) continue;
			for (const id of [copy.mutationId, ...copy.manifest.map(({ fileId }) => fileId)]) here.add(id);
			if (!(await tx.get('outbox', copy.mutationId))) await put(tx, local, copy);
		}
		return here;
	});
}

async function put(tx: Tx<PersonTables>, local: Local, copy: Copy): Promise<void> {
	const { mutationId, ticketId } = copy;
	const unsent = { state: 'queued', isPending: 1, attempts: 1, nextTryMs: 0, code: null, isParked: false } as const;
	const unseen = { number: null, ackedAt: null, ackedEpoch: null, holeEpoch: null, seenAt: null };
	const place = { ...(await nextPlace(tx, local)), supersededSeq: null };
	if (ticketId) await keepBase(tx, ticketId);
	// One attempt, because nobody knows: what may have arrived cannot be taken back unsent.
	await tx.put('outbox', { ...copy, ...unsent, ...unseen, ...place });
	for (const photo of copy.manifest) {
		if (await tx.get('file', photo.fileId)) continue;
		const gone = { state: 'damaged', code: 'photo_damaged', thumbnail: null } as const;
		await tx.put('file', { ...photo, mutationId, ticketId, offset: 0, chunkSha256: [], ...gone });
	}
	if (ticketId) await rebase(tx, ticketId, local.me);
}

/** In the order in which they were written. */
async function copiesOf(personId: string): Promise<Copy[]> {
	const folder = folderOf(personId);
	const copies: Copy[] = [];
	for (const name of (await outside.names(folder)).somewhere) {
		const whole = (await outside.get(folder, name)).map(read).find((copy) => copy !== null);
		if (whole) copies.push(whole);
	}
	return copies.sort((a, b) => a.order - b.order || a.seq - b.seq);
}

function read(text: string): Copy | null {
	try {
		return Copy.parse(JSON.parse(text));
	} catch {
		return null;
	}
}
