import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MutationId } from '#lib/domain/ids.ts';
import type { Photo } from '#lib/domain/ticket/event.ts';
import { discardItem } from './discard.ts';
import { photoOf } from './photo.ts';
import { save, type SaveOptions } from './save.ts';
import type { OutboxRow } from './tables.ts';
import { newReport, testLocal, testPhoto, type TestLocal } from './test-local.ts';

const outboxOf = async (local: TestLocal) =>
	(await local.store.read((tx) => tx.all('outbox'))).sort((a, b) => a.seq - b.seq);
const ticketOf = (local: TestLocal, id: string) => local.store.read((tx) => tx.get('ticket', id));
const change = (local: TestLocal, id: MutationId, changes: Partial<OutboxRow>) =>
	local.store.write(async (tx) => tx.put('outbox', { ...(await tx.get('outbox', id))!, ...changes }));

async function saved(local: TestLocal, kind: string, payload: object, options: SaveOptions = {}): Promise<MutationId> {
	const result = await save(local, kind, payload, options);
	if (!result.ok) throw new Error(result.code);
	return result.value.mutationId;
}

afterEach(() => void vi.restoreAllMocks());

describe('saving', () => {
	it('[OB1] writes item, ticket and photo bytes in one strict transaction', async () => {
		const local = testLocal();
		const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
		const input = newReport();
		const id = await saved(local, 'ticket.report', input, { photos: [await testPhoto()] });
		const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
		expect(writes).toHaveLength(1);
		expect(writes[0]?.[2]).toMatchObject({ durability: 'strict' });
		expect(await ticketOf(local, input.ticketId)).toMatchObject({ reference: 'K7F2', promise: null });
		const chunks = await local.store.read((tx) => tx.all('chunk'));
		expect(chunks.map(({ bytes }) => bytes.byteLength)).toEqual([1_000_000, 1_000_000, 500_000]);
		expect(await outboxOf(local)).toMatchObject([
			{ mutationId: id, seq: 1, state: 'queued', manifest: [{ size: 2_500_000 }] }
		]);
	});

	it('[OB1] keeps text that every part of the way can hold, and shows it as it is sent', async () => {
		const local = testLocal();
		const input = newReport({ text: 'cut in an emoji \ud83d, NUL \0' });
		await saved(local, 'ticket.report', input);
		const text = 'cut in an emoji \ufffd, NUL ';
		expect((await ticketOf(local, input.ticketId))?.report.text).toBe(text);
		expect(JSON.parse((await outboxOf(local))[0]!.payload)).toMatchObject({ report: { text } });
	});

	it('[OB2] counts without gaps, also around what is refused', async () => {
		const local = testLocal();
		await saved(local, 'ticket.report', newReport());
		expect(await save(local, 'ticket.confirm', { ticketId: newReport().ticketId })).toEqual({
			ok: false,
			code: 'not_found'
		});
		expect(await save(local, 'ticket.nonsense', {})).toEqual({ ok: false, code: 'unknown_kind' });
		await saved(local, 'guide.outcome', { guideId: 'handheld-frozen' });
		expect((await outboxOf(local)).map(({ seq }) => seq)).toEqual([1, 2]);
	});

	it('[OB3] saves the same id once, however often it is tapped', async () => {
		const local = testLocal();
		const mutationId = local.newId<MutationId>();
		const input = newReport();
		await Promise.all([1, 2, 3].map(() => saved(local, 'ticket.report', input, { mutationId })));
		expect(await outboxOf(local)).toHaveLength(1);
		expect((await ticketOf(local, input.ticketId))?.events).toHaveLength(1);
	});

	it('[OB4] lets a reply wait for its report', async () => {
		const local = testLocal();
		const input = newReport();
		const first = await saved(local, 'ticket.report', input);
		await saved(local, 'ticket.reply', { ticketId: input.ticketId, text: 'Also black', photos: [] });
		expect((await outboxOf(local))[1]?.dependsOn).toEqual([first]);
	});

	it.each([
		new DOMException('full', 'QuotaExceededError'),
		new DOMException('Failed to write blobs (IOError)', 'DataError')
	])('[OB5] keeps the text and names the photos when the device is full: %s', async (full) => {
		const local = testLocal();
		await outboxOf(local);
		const put = IDBObjectStore.prototype.put;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
			if (this.name === 'chunk') throw full;
			return put.call(this, value, key);
		});
		const photo = await testPhoto();
		// As the report has it: its draft names the photo already.
		const input = newReport({ photos: [photoOf(photo) as Photo] });
		const result = await save(local, 'ticket.report', input, { photos: [photo] });
		expect(result).toMatchObject({ ok: true, value: { lostPhotos: [photo.fileId] } });
		expect((await ticketOf(local, input.ticketId))?.report).toMatchObject({ text: 'It does not charge', photos: [] });
		expect((await outboxOf(local))[0]?.manifest).toEqual([]);
	});

	it('[OB5] saves nothing and says so when not even the text has room', async () => {
		const local = testLocal();
		await outboxOf(local);
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await save(local, 'ticket.report', newReport())).toEqual({ ok: false, code: 'device_storage_full' });
		vi.restoreAllMocks();
		expect(await outboxOf(local)).toEqual([]);
	});
});

describe('editing', () => {
	it('[OB6] takes the place of an item that never left, and leaves a tombstone', async () => {
		const local = testLocal();
		const input = newReport();
		const first = await saved(local, 'ticket.report', input);
		const reply = await saved(local, 'ticket.reply', { ticketId: input.ticketId, text: 'Also black', photos: [] });
		const edit = await saved(local, 'ticket.report', newReport({ text: 'Now black' }, input.ticketId), {
			supersedes: first
		});
		expect(await outboxOf(local)).toMatchObject([
			{ mutationId: first, state: 'superseded', kind: 'outbox.discarded', payload: '{}', isPending: 1 },
			{ mutationId: reply, dependsOn: [edit] },
			{ mutationId: edit, supersedes: first, supersededSeq: 1, dependsOn: [], order: 1 }
		]);
		const ticket = await ticketOf(local, input.ticketId);
		expect(ticket?.events.map(({ kind }) => kind)).toEqual(['reported', 'replied']);
		expect(ticket?.report.text).toBe('Now black');
	});

	it('[OB7] follows an item that may have arrived', async () => {
		const local = testLocal();
		const input = newReport();
		const first = await saved(local, 'ticket.report', input);
		await change(local, first, { state: 'sending', attempts: 1 });
		const edit = await saved(local, 'ticket.report', newReport({ text: 'Now black' }, input.ticketId), {
			supersedes: first
		});
		expect(await outboxOf(local)).toMatchObject([
			{ mutationId: first, state: 'sending', kind: 'ticket.report' },
			{ mutationId: edit, dependsOn: [first], supersededSeq: null }
		]);
		expect((await ticketOf(local, input.ticketId))?.events.map(({ kind }) => kind)).toEqual(['reported', 'amended']);
	});

	it('[OB6] refuses to edit twice from two windows', async () => {
		const local = testLocal();
		const input = newReport();
		const first = await saved(local, 'ticket.report', input);
		await saved(local, 'ticket.report', input, { supersedes: first });
		expect(await save(local, 'ticket.report', input, { supersedes: first })).toEqual({
			ok: false,
			code: 'id_conflict'
		});
	});

	it('mends what was refused', async () => {
		const local = testLocal();
		const input = newReport();
		const first = await saved(local, 'ticket.report', input);
		await change(local, first, { state: 'needsYou', isPending: 0, attempts: 1, code: 'invalid_input' });
		await saved(local, 'ticket.report', newReport({ text: 'Mended' }, input.ticketId), { supersedes: first });
		expect(await outboxOf(local)).toMatchObject([
			{ state: 'superseded', isPending: 0 },
			{ state: 'queued', supersedes: first }
		]);
		expect((await ticketOf(local, input.ticketId))?.report.text).toBe('Mended');
	});
});

describe('discarding', () => {
	it('[OB8] leaves a tombstone of what never left and takes what followed with it', async () => {
		const local = testLocal();
		const input = newReport();
		const first = await saved(local, 'ticket.report', input, { photos: [await testPhoto(1_000)] });
		await saved(local, 'ticket.reply', { ticketId: input.ticketId, text: 'Also black', photos: [] });
		expect(await discardItem(local, first)).toEqual({ ok: true, value: undefined });
		expect(await outboxOf(local)).toMatchObject([
			{ kind: 'outbox.discarded', state: 'discarded', payload: '{}', isPending: 1 },
			{ kind: 'outbox.discarded', state: 'discarded', payload: '{}', isPending: 1 }
		]);
		expect(await ticketOf(local, input.ticketId)).toBeUndefined();
		expect(await local.store.read((tx) => tx.all('chunk'))).toEqual([]);
	});

	it('[OB9] withdraws a report that may have arrived', async () => {
		const local = testLocal();
		const input = newReport();
		const first = await saved(local, 'ticket.report', input);
		await change(local, first, { state: 'sending', attempts: 1 });
		expect((await discardItem(local, first)).ok).toBe(true);
		expect((await outboxOf(local))[1]).toMatchObject({ kind: 'ticket.withdraw', dependsOn: [first] });
		expect((await ticketOf(local, input.ticketId))?.withdrawal).not.toBeNull();
	});

	it('[OB9] cannot take back a reply that may have been read', async () => {
		const local = testLocal();
		const input = newReport();
		await saved(local, 'ticket.report', input);
		const reply = await saved(local, 'ticket.reply', { ticketId: input.ticketId, text: 'Also black', photos: [] });
		await change(local, reply, { state: 'acked', attempts: 1, isPending: 0 });
		expect(await discardItem(local, reply)).toEqual({ ok: false, code: 'already_sent' });
	});
});
