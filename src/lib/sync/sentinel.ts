import * as z from 'zod/mini';
import { Incarnation } from '#lib/domain/ids.ts';
import { folderOf, keepCopies, owed, takeUp } from './copies.ts';
import type { Local } from './local.ts';
import { onDevice } from './me.ts';
import { outside } from './outside.ts';
import { life } from './sequence.ts';
import type { Tx } from './store.ts';
import type { Loss, PersonTables } from './tables.ts';

/**
 * A browser may lose its database without a word, and a new empty one looks just like a first start. So what is unsent
 * is noted outside of it, and its words are copied there. At the start a note of another incarnation means that the
 * database was lost: what has a copy is taken up again, of the rest the person is told what and when.
 */
const Note = z.object({
	incarnation: Incarnation,
	/** The device's clock: which of two notes is the newer one, where a place could not be written. */
	keptAt: z.string(),
	lastSeq: z.int(),
	items: z.array(z.object({ id: z.string(), kind: z.string(), at: z.string() }))
});
type Note = z.infer<typeof Note>;

/** Enough to name; more are counted by `lastSeq`. */
const most = 200;
/** Among kinds of items in a note and in a loss: bytes that had not arrived. */
const photoKind = 'photo';
const folder = 'sentinel';

/**
 * `looked`: the life whose beginning has been looked at; before that, a note of another one must not be written over.
 * `noted`: what the note says; most talks with the server change nothing of it.
 */
type Turns = { last: Promise<unknown>; looked?: Incarnation; noted?: string };
const turns = new WeakMap<Local['store'], Turns>();

function turnsOf({ store }: Local): Turns {
	const kept = turns.get(store) ?? { last: Promise.resolve() };
	turns.set(store, kept);
	return kept;
}

/** Best effort after every save and acknowledgement, one after the other: a failure here must not fail what was saved. */
export async function keepSentinel(local: Local): Promise<void> {
	// The store may say no: the next save tries again.
	await inTurn(local, keep).catch(() => undefined);
}

/**
 * At the start: was this person's database lost? Takes up what can be, and puts the rest where `losses` finds it, until
 * somebody has read it.
 */
export const detectLoss = (local: Local): Promise<Loss | null> => inTurn(local, keep);

function inTurn<T>(local: Local, work: (local: Local, turn: Turns) => Promise<T>): Promise<T> {
	const turn = turnsOf(local);
	const now = turn.last.then(() => work(local, turn));
	turn.last = now.catch(() => undefined);
	return now;
}

async function keep(local: Local, turn: Turns): Promise<Loss | null> {
	const { personId } = local.me;
	const { incarnation } = await local.store.write((tx) => life(tx, local));
	const loss = turn.looked === incarnation ? null : await look(local);
	turn.looked = incarnation;
	const { lastSeq, items, photos } = await local.store.write(async (tx) => ({
		...(await life(tx, local)),
		items: await owed(tx),
		photos: await owedPhotos(tx)
	}));
	const named = [...items.map(({ mutationId: id, kind, deviceTime: at }) => ({ id, kind, at })), ...photos];
	const facts = { incarnation, lastSeq, items: named.slice(0, most) };
	const said = JSON.stringify([facts, items.map(({ mutationId }) => mutationId)]);
	if (turn.noted === said) return loss;
	const note: Note = { ...facts, keptAt: local.now().toISOString() };
	const places = await outside.put(folder, personId, JSON.stringify(note));
	const isWhole = await keepCopies(local, items);
	// What no place took is tried again at the next turn.
	turn.noted = isWhole && places.length > 0 ? said : undefined;
	return loss;
}

/** Also those of reports that have arrived: their bytes are only here. */
async function owedPhotos(tx: Tx<PersonTables>): Promise<Note['items']> {
	const states = ['waiting', 'sending', 'damaged'] as const;
	const files = (await Promise.all(states.map((state) => tx.where('file', 'state', state)))).flat();
	const items = await Promise.all(files.map(({ mutationId }) => tx.get('outbox', mutationId)));
	return files.map(({ fileId: id }, n) => ({ id, kind: photoKind, at: items[n]?.deviceTime ?? '' }));
}

async function look(local: Local): Promise<Loss | null> {
	const { personId } = local.me;
	const { incarnation, earlier } = await local.store.write((tx) => life(tx, local));
	const notes = (await outside.get(folder, personId)).map(read).filter((note) => note !== null);
	const note = notes.sort((a, b) => a.keptAt.localeCompare(b.keptAt)).at(-1);
	const isHere = await takeUp(local);
	if (!note || [incarnation, ...earlier].includes(note.incarnation)) return null;
	const items = note.items.filter(({ id }) => !isHere.has(id)).map(({ kind, at }) => ({ kind, at }));
	if (items.length === 0) return null;
	const loss = { personId, foundAt: local.now().toISOString(), items };
	await onDevice().write(async (tx) => {
		const kept = await tx.get('setting', 'losses');
		await tx.put('setting', { key: 'losses', value: [...(kept?.key === 'losses' ? kept.value : []), loss] });
	});
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
	await Promise.all([outside.delete(folder, personId), outside.clear(folderOf(personId))]);
}

function read(note: string): Note | null {
	try {
		return Note.parse(JSON.parse(note));
	} catch {
		return null;
	}
}
