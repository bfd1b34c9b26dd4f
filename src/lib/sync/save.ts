import type { FileId, MutationId, TicketId } from '#lib/domain/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import { soundText } from '#lib/domain/sound-text.ts';
import { isStorageFull } from './guard.ts';
import { letPhotosGo } from './held-photos.ts';
import { isTicketKind, runEffect } from './kinds.ts';
import type { Local } from './local.ts';
import { chunked, photoOf, type ChunkedPhoto, type PreparedPhoto } from './photo.ts';
import { schemaVersion } from './protocol.ts';
import { keepBase, rebase } from './rebase.ts';
import { Refused } from './refused.ts';
import { nextPlace } from './sequence.ts';
import type { Tx } from './store.ts';
import { giveWay } from './supersede.ts';
import type { OutboxRow, PersonTables } from './tables.ts';
import { whyNotSaved } from './why-not-saved.ts';

/**
 * The one local write path. In one strict transaction: the place in the sequence, the outbox item, the ticket as it
 * will be shown, the photos' bytes. All of it or nothing; what it returned is on disk.
 */
export type SaveOptions = {
	/** Added to the photos that the payload names already. */
	photos?: readonly PreparedPhoto[];
	/** An edit: the saved item that this one replaces. */
	supersedes?: MutationId;
	dependsOn?: readonly MutationId[];
	/** Give the same id again after `not_saved_yet`: should the first have been saved after all, it is saved once. */
	mutationId?: MutationId;
};
/** `lostPhotos` did not fit on the device: the text is saved without them, and a person must be told. */
export type Saved = { mutationId: MutationId; lostPhotos: FileId[] };

export async function save(
	local: Local,
	kind: string,
	payload: object,
	options: SaveOptions = {}
): Promise<Result<Saved>> {
	const mutationId = options.mutationId ?? local.newId<MutationId>();
	const added = options.photos ?? [];
	try {
		await writeItem(local, mutationId, kind, payload, options, added);
		return ok({ mutationId, lostPhotos: [] });
	} catch (error) {
		if (!isStorageFull(error) || added.length === 0) return refusal(error);
	}
	// What was written is worth more than its photos: the text goes without them.
	try {
		await writeItem(local, mutationId, kind, withoutPhotos(payload, added), options, []);
		return ok({ mutationId, lostPhotos: added.map((photo) => photo.fileId) });
	} catch (error) {
		return error instanceof Refused ? refuse('device_storage_full') : refusal(error);
	}
}

async function writeItem(
	local: Local,
	mutationId: MutationId,
	kind: string,
	bare: object,
	options: SaveOptions,
	added: readonly PreparedPhoto[]
): Promise<void> {
	// Hashes first: within the transaction nothing but the transaction may be awaited.
	const text = JSON.stringify(withPhotos(bare, added), (_, part: unknown) =>
		typeof part === 'string' ? soundText(part) : part
	);
	const payload = JSON.parse(text) as WithPhotos;
	const payloadSha256 = await local.sha256(text);
	const files = await Promise.all(added.map((photo) => chunked(photo, local.sha256)));
	const ticketId = isTicketKind(kind) ? ((bare as { ticketId: TicketId }).ticketId ?? null) : null;

	await local.store.write(async (tx) => {
		if (await tx.get('outbox', mutationId)) return;
		const replaced = options.supersedes ? await giveWay(tx, options.supersedes, mutationId) : null;
		const place = await nextPlace(tx, local);
		const order = replaced?.order ?? place.order;
		const dependsOn = [...(options.dependsOn ?? []), ...(await waitsFor(tx, { ticketId, order }))];
		const item: OutboxRow = {
			...place,
			order,
			mutationId,
			author: local.me.personId,
			kind,
			schemaVersion,
			dependsOn: [...new Set(dependsOn)],
			supersedes: options.supersedes ?? null,
			supersededSeq: replaced?.seq ?? null,
			payload: text,
			payloadSha256,
			manifest: photosOf(payload),
			deviceTime: local.now().toISOString(),
			ticketId,
			state: 'queued',
			isPending: 1,
			attempts: 0,
			nextTryMs: 0,
			code: null,
			isParked: false,
			number: null,
			ackedAt: null,
			ackedEpoch: null,
			holeEpoch: null,
			seenAt: null
		};
		if (ticketId) await putOnTicket(tx, local, item, ticketId);
		else {
			const result = await runEffect(kind, tx, payload, local.me);
			if (!result.ok) throw new Refused(result.code);
			await tx.put('outbox', item);
		}
		await putFiles(tx, item, files);
	});
}

/** @throws Refused when the ticket, as it is known here, does not allow it. */
async function putOnTicket(tx: Tx<PersonTables>, local: Local, item: OutboxRow, ticketId: TicketId): Promise<void> {
	await keepBase(tx, ticketId);
	await tx.put('outbox', item);
	const code = (await rebase(tx, ticketId, local.me)).get(item.mutationId);
	if (code) throw new Refused(code);
}

/** What was saved before on the same ticket and may not have arrived: causes arrive before effects. */
async function waitsFor(tx: Tx<PersonTables>, { ticketId, order }: Pick<OutboxRow, 'ticketId' | 'order'>) {
	const before = ticketId ? await tx.where('outbox', 'ticketId', ticketId) : [];
	const latest = before
		.filter((item) => item.isPending === 1 && item.kind !== 'outbox.discarded' && item.order < order)
		.sort((a, b) => b.order - a.order)[0];
	return latest ? [latest.mutationId] : [];
}

/** A photo that an earlier version of the item holds stays with it: that one may be what the server takes. */
async function putFiles(tx: Tx<PersonTables>, item: OutboxRow, added: readonly ChunkedPhoto[]): Promise<void> {
	const { ticketId } = item;
	for (const { file, chunks } of added) {
		const kept = await tx.get('file', file.fileId);
		const { mutationId } = kept && kept.ticketId === ticketId ? kept : item;
		await tx.put('file', { ...file, mutationId, ticketId, state: 'waiting', code: null, offset: 0 });
		await tx.put('chunk', ...chunks);
	}
	if (item.supersedes) await letPhotosGo(tx, item.supersedes);
}

type WithPhotos = { report?: WithPhotos; photos?: ReturnType<typeof photoOf>[] };

const photosOf = (payload: WithPhotos) => payload.report?.photos ?? payload.photos ?? [];

/** A report names its photos within itself, replies and answers at the top. */
function withPhotos(payload: WithPhotos, added: readonly PreparedPhoto[]): WithPhotos {
	if (added.length === 0) return payload;
	return naming(payload, [...photosOf(withoutPhotos(payload, added)), ...added.map(photoOf)]);
}

/** What names a photo that the device does not hold would wait for it for ever. */
const withoutPhotos = (payload: WithPhotos, gone: readonly PreparedPhoto[]): WithPhotos =>
	naming(
		payload,
		photosOf(payload).filter((photo) => !gone.some(({ fileId }) => fileId === photo.fileId))
	);

const naming = (payload: WithPhotos, photos: ReturnType<typeof photoOf>[]): WithPhotos =>
	payload.report ? { ...payload, report: { ...payload.report, photos } } : { ...payload, photos };

function refusal(error: unknown): Result<never> {
	if (error instanceof Refused) return refuse(error.code);
	return refuse(whyNotSaved(error));
}
