import type { MutationId, TicketId } from '#lib/domain/ids.ts';
import { dayOf, dropAged } from './aged.ts';
import { putDecided } from './decided.ts';
import type { Local } from './local.ts';
import { putChanges, sweepUnmarked } from './changes.ts';
import { pullLimit, PullReply, type Cursor } from './protocol.ts';
import { sendAgain, sendHoles } from './push.ts';
import { keepBase, rebase } from './rebase.ts';
import { life, renumber } from './sequence.ts';
import type { Tx } from './store.ts';
import type { CursorRow, LifeRow, OutboxRow, PersonTables } from './tables.ts';
import { NoAnswer, type Pull } from './transport.ts';

/**
 * Brings what changed on the server to this device. A page and the cursor behind it are written in one transaction, so
 * a page is never half applied and never skipped. Owns resets and what a pull proves about the outbox; which row goes
 * where is `changes.ts`, what is shown on top is `rebase.ts`.
 */
/** Few rows at first, so that something arrives on a poor network; twice as many after each page that came so soon. */
const fewRows = 200;
const soonMs = 1_000;
/** An answered item is kept so long, in case the server is restored from a backup. */
const keepAnsweredMs = 30 * 24 * 60 * 60 * 1_000;
/** And so many in any case: a clock that jumped ahead by years must not make the device forget. */
const keepAnswered = 500;

/** Pulls to the end. @throws NoAnswer, Refusal of the transport. */
export async function pullAll(local: Local, pull: Pull): Promise<void> {
	const { store } = local;
	// Whatever was answered before the first page was asked for is in the rows by the last page.
	const answered = await store.read(async (tx) => (await tx.where('outbox', 'isPending', 0)).filter((i) => !i.seenAt));
	const ids = answered.filter((item) => item.state !== 'needsYou').map((item) => item.mutationId);
	let asked = ask(local, pull, await store.write((tx) => placeOf(tx, local)), fewRows);
	for (;;) {
		const { reply, isSoon } = await asked.answer;
		const limit = isSoon ? Math.min(pullLimit, asked.limit * 2) : fewRows;
		// The server builds the next page while this one is written.
		const ahead = reply.more ? ask(local, pull, { cursor: reply.cursor, lived: asked.lived }, limit) : null;
		const page = { before: asked.cursor, lived: asked.lived, reply, answered: ids };
		const place = await store.write((tx) => putPage(tx, local, page));
		if (!ahead) return;
		asked = isAt(place, ahead) ? ahead : ask(local, pull, place, limit);
	}
}

/** Where this device stands: what a page is asked for with. */
type Place = { cursor: Cursor | null; lived: LifeRow };

const placeOf = async (tx: Tx<PersonTables>, local: Local): Promise<Place> => ({
	cursor: (await tx.get('cursor', 'pull'))?.cursor ?? null,
	lived: await life(tx, local)
});

const isAt = (place: Place, { cursor, lived }: Place): boolean =>
	isSame(place.cursor, cursor) && place.lived.incarnation === lived.incarnation;

const isSame = (a: Cursor | null, b: Cursor | null): boolean => a?.position === b?.position && a?.epoch === b?.epoch;

type Asked = Place & { limit: number; answer: Promise<{ reply: PullReply; isSoon: boolean }> };

function ask(local: Local, pull: Pull, place: Place, limit: number): Asked {
	const { cursor, lived } = place;
	const { personId: reader } = local.me;
	const askedAt = local.now().getTime();
	const answer = pull({ cursor, incarnation: lived.incarnation, limit, reader }).then((reply) => ({
		reply: understood(reply),
		isSoon: local.now().getTime() - askedAt < soonMs
	}));
	// One that was asked ahead may fail when nobody waits for it any more.
	answer.catch(() => undefined);
	return { ...place, limit, answer };
}

function understood(answer: unknown): PullReply {
	const reply = PullReply.safeParse(answer);
	if (!reply.success) throw new NoAnswer('the answer to a pull is not one');
	return reply.data;
}

type Page = { before: Cursor | null; lived: LifeRow; reply: PullReply; answered: readonly MutationId[] };

/** Returns where the device stands afterwards. */
async function putPage(tx: Tx<PersonTables>, local: Local, { before, lived, reply, answered }: Page) {
	const kept = await tx.get('cursor', 'pull');
	// Another tab was faster: its page counts, this one is asked for again.
	if (!isSame(kept?.cursor ?? null, before)) return placeOf(tx, local);

	const touched = new Set<TicketId>();
	if (before?.epoch !== reply.cursor.epoch) await afterRestore(tx, reply.cursor.epoch, touched);
	await putChanges(tx, reply.changes, touched);
	const marks = reply.changes.filter(({ row }) => row !== null).map(({ kind, id }) => `${kind}/${id}`);
	const marked = reply.reset ? marks : kept?.marked && [...kept.marked, ...marks];
	if (marked && !reply.more) await sweepUnmarked(tx, new Set(marked), touched);
	await putDecided(tx, reply.decided ?? [], touched);
	await markSeen(tx, local, touched, reply.more ? [] : answered);
	for (const ticketId of touched) await rebase(tx, ticketId, local.me);

	const syncedAt = reply.more ? (kept?.syncedAt ?? null) : local.now().toISOString();
	const day = reply.serverTime && !reply.more ? dayOf(reply.serverTime) : kept?.agedOn;
	if (reply.serverTime && day !== kept?.agedOn) await dropAged(tx, reply.serverTime);
	const row: CursorRow = {
		id: 'pull',
		cursor: reply.cursor,
		syncedAt,
		marked: reply.more ? (marked ?? null) : null,
		agedOn: day
	};
	await tx.put('cursor', row);
	await compareSequence(tx, local, lived, reply);
	if (!reply.more) await forgetOld(tx, local);
	return placeOf(tx, local);
}

/** The server's database was restored: what it had acknowledged may be gone, this device still holds it. */
async function afterRestore(tx: Tx<PersonTables>, epoch: string, touched: Set<TicketId>): Promise<void> {
	const items = (await tx.where('outbox', 'isPending', 0)).filter((item) => item.ackedEpoch !== epoch && item.ackedAt);
	for (const { ticketId } of items) if (ticketId) await keepBase(tx, ticketId);
	await sendAgain(tx, items);
	for (const { ticketId } of items) if (ticketId) touched.add(ticketId);
}

async function markSeen(
	tx: Tx<PersonTables>,
	local: Local,
	touched: Set<TicketId>,
	answered: readonly MutationId[]
): Promise<void> {
	const seen = new Set<MutationId>(answered);
	for (const ticketId of touched)
		for (const event of (await tx.get('base', ticketId))?.row?.events ?? []) seen.add(event.mutationId);
	for (const mutationId of seen) {
		const item = await tx.get('outbox', mutationId);
		if (!item || item.isPending === 1 || item.state === 'needsYou' || item.seenAt) continue;
		await tx.put('outbox', { ...item, seenAt: local.now().toISOString() });
		if (item.ticketId) touched.add(item.ticketId);
	}
}

/** What the server knows of this database's sequence: missing places, or more than this database has ever given. */
async function compareSequence(
	tx: Tx<PersonTables>,
	local: Local,
	lived: LifeRow,
	{ seq, cursor }: PullReply
): Promise<void> {
	const now = await life(tx, local);
	if (now.incarnation !== lived.incarnation) return;
	if (seq.highest > now.lastSeq) await renumber(tx, local);
	else await sendHoles(tx, { incarnation: now.incarnation, epoch: cursor.epoch, holes: seq.holes });
}

async function forgetOld(tx: Tx<PersonTables>, local: Local): Promise<void> {
	const before = new Date(local.now().getTime() - keepAnsweredMs).toISOString();
	const isOld = (item: OutboxRow) =>
		item.ackedAt !== null && item.ackedAt < before && (item.seenAt !== null || item.kind === 'outbox.discarded');
	const answered = (await tx.where('outbox', 'isPending', 0)).filter((item) => item.state !== 'needsYou');
	const old = answered
		.sort((a, b) => b.order - a.order)
		.slice(keepAnswered)
		.filter(isOld);
	for (const { mutationId } of old) {
		const files = await tx.where('file', 'mutationId', mutationId);
		if (files.every((file) => file.state === 'verified')) await tx.delete('outbox', mutationId);
	}
}
