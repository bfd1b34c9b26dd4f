import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '#lib/domain/rows.ts';
import { mette, shop, ticketOf } from '#lib/domain/ticket/fixtures.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/sync/ids.ts';
import { currentSession, signIn } from '#lib/sync/me.ts';
import { outbox } from '#lib/sync/outbox.ts';
import { draft as draftRow } from '#lib/sync/drafts.ts';
import { leave } from '#lib/sync/leave.ts';
import { keepShared, sharedPhotos } from '#lib/sync/shared-photos.ts';
import { Intake } from '#lib/tickets/intake.svelte.ts';
import { caseById, notSentYet } from '#lib/tickets/queries.ts';
import type { PreparedPhoto } from '#lib/sync/photo.ts';
import {
	asNewCase,
	begunDrafts,
	blankDraft,
	correct,
	draftAfterGuide,
	dropOrphans,
	keep,
	putAside,
	send
} from './actions.ts';
import { withDevice, withSymptom, type ReportDraft } from './draft.ts';
import { Drafting } from './drafting.svelte.ts';
import { draftOfShared } from './shared.ts';

// The report against the device's real storage. Every test is a person of their own, so none finds another's rows.

beforeEach(async () => {
	const me: Me = {
		personId: newId(),
		name: mette.name,
		organisationId: ticketOf().organisationId,
		departmentId: shop,
		locale: 'da',
		grants: []
	};
	await signIn(me);
});

async function openDraft(change: Partial<ReportDraft> = {}): Promise<Drafting> {
	const blank = withSymptom(withDevice(await blankDraft('broken'), 'handheld', null), 'charge');
	const draft: ReportDraft = { ...blank, urgency: 'high', ...change };
	await keep(draft);
	return reopened(draft.id);
}

async function reopened(id: string): Promise<Drafting> {
	const drafting = new Drafting(id);
	expect(await drafting.open()).toBe(true);
	return drafting;
}

async function picture(): Promise<File> {
	const canvas = new OffscreenCanvas(2000, 1000);
	canvas.getContext('2d')!.fillRect(0, 0, 500, 500);
	return new File([await canvas.convertToBlob({ type: 'image/png' })], 'station.png');
}

const saidBy = async (drafting: Drafting) => (await caseById(drafting.current!.ticketId))?.report.text;

describe('the draft', () => {
	it('holds every keystroke, with its photos, when the app is opened again', async () => {
		const drafting = await openDraft();
		for (const text of ['L', 'La', 'Lader']) drafting.change({ ...drafting.current!, text });
		const intake = new Intake((photo) => drafting.addPhoto(photo), false);
		await intake.take([await picture()], 6);
		await drafting.settled();

		const again = await reopened(drafting.id);
		expect(again.current).toMatchObject({ text: 'Lader', photos: [{ mime: 'image/jpeg' }] });
		expect(again.photos[0]!.bytes.byteLength).toBe(again.current!.photos[0]!.size);
	});

	it('is offered again while it says something, and not when it says nothing', async () => {
		await keep(await blankDraft('broken'));
		expect(await begunDrafts()).toEqual([]);
		const drafting = await openDraft();
		expect((await begunDrafts()).map(({ id }) => id)).toEqual([drafting.id]);
	});

	it('leaves its photos a day for "undo" when it is thrown away, and no longer', async () => {
		const drafting = await openDraft();
		const other = await openDraft();
		for (const each of [drafting, other])
			await new Intake((photo) => each.addPhoto(photo), false).take([await picture()], 6);
		await Promise.all([drafting.settled(), other.settled()]);
		await putAside(drafting.current!);
		await dropOrphans(Date.now());
		await keep(drafting.current!);
		expect((await reopened(drafting.id)).photos).toHaveLength(1);
		await putAside(drafting.current!);
		await dropOrphans(Date.now() + 2 * 24 * 3_600_000);
		await keep(drafting.current!);
		expect((await reopened(drafting.id)).photos).toHaveLength(0);
		expect((await reopened(other.id)).photos).toHaveLength(1);
	});

	it('goes on after a guide that did not help, with the steps', async () => {
		const drafting = await openDraft();
		const after = await draftAfterGuide('handheld-cradle', 4, 'store');
		expect(after).toMatchObject({ id: drafting.id, tried: [{ guideId: 'handheld-cradle', steps: 4 }] });
		const fresh = await draftAfterGuide('scale-not-weighing', 2, 'store');
		expect(fresh).toMatchObject({ deviceKind: 'scale', symptom: 'wrong' });
	});
});

describe('sending', () => {
	const hard = 'He said "it\'s dead" \\ <b>;--\n🙂👩‍🔧 단말기가 꺼졌어요';

	it('is one case with the very words, and the draft is gone', async () => {
		const drafting = await openDraft({ text: hard });
		expect(await send(drafting)).toEqual({
			ok: true,
			value: { ticketId: drafting.current!.ticketId, lostPhotos: 0 }
		});
		expect(await saidBy(drafting)).toBe(hard);
		expect(await draftRow(drafting.id)).toBeUndefined();
	});

	it('takes 10,000 characters whole', async () => {
		const text = '가🙂'.repeat(3333) + 'x';
		const drafting = await openDraft({ text });
		expect((await send(drafting)).ok).toBe(true);
		expect(await saidBy(drafting)).toBe(text);
	});

	it('is one case after a double tap', async () => {
		const drafting = await openDraft();
		await Promise.all([send(drafting), send(drafting)]);
		const items = (await outbox.items()).filter(({ kind }) => kind === 'ticket.report');
		expect(new Set(items.map(({ ticketId }) => ticketId)).size).toBe(1);
		expect((await caseById(drafting.current!.ticketId))?.events.filter(({ kind }) => kind === 'reported')).toHaveLength(
			1
		);
	});

	it('from a second window says that it was sent, writes nothing, and can become a case of its own', async () => {
		const first = await openDraft();
		const second = await reopened(first.id);
		await send(first);
		second.change({ ...second.current!, text: 'More' });
		await second.settled();
		expect(second.isElsewhere).toBe(true);
		expect(await send(second)).toEqual({ ok: false, code: 'not_found' });
		expect(await draftRow(first.id)).toBeUndefined();
		const copy = await asNewCase(second.current!);
		expect(copy.ticketId).not.toBe(first.current!.ticketId);
		expect(copy.text).toBe('More');
	});

	it('goes on where the whole database was lost under it, with its photos', async () => {
		const drafting = await openDraft();
		const intake = new Intake((photo) => drafting.addPhoto(photo), false);
		await intake.take([await picture()], 6);
		await drafting.settled();
		await (await currentSession())!.store.destroy();
		drafting.change({ ...drafting.current!, text: 'Still here' });
		await drafting.settled();
		expect(drafting.isElsewhere).toBe(false);
		expect((await reopened(drafting.id)).photos).toHaveLength(1);
		expect((await send(drafting)).ok).toBe(true);
		expect(await saidBy(drafting)).toBe('Still here');
	});

	it('can be corrected while it waits: the same case, other words, photos kept', async () => {
		const drafting = await openDraft();
		const intake = new Intake((photo) => drafting.addPhoto(photo), false);
		await intake.take([await picture()], 6);
		await send(drafting);
		const [waiting] = await notSentYet();
		const again = await reopened((await correct(waiting!.ticket!, waiting!.item)).id);
		expect(again.photos).toHaveLength(1);
		again.change({ ...again.current!, text: 'Corrected' });
		expect((await send(again)).ok).toBe(true);
		expect(await notSentYet()).toHaveLength(1);
		expect(await caseById(drafting.current!.ticketId)).toMatchObject({
			report: { text: 'Corrected', photos: [{ fileId: drafting.photos[0]!.fileId }] }
		});
	});
});

describe('photos on their way in', () => {
	const kept: PreparedPhoto[] = [];
	const keepPhoto = vi.fn((photo: PreparedPhoto) => Promise.resolve(void kept.push(photo)));
	beforeEach(() => {
		kept.length = 0;
		keepPhoto.mockClear();
	});

	it.each([
		['nothing in it', new File([], 'empty.jpg'), m.errors_photo_empty],
		['no picture', new File(['I am a letter'], 'letter.jpg'), m.errors_photo_not_readable],
		['50 MB', new File([new Uint8Array(50_000_000)], 'large.jpg'), m.errors_photo_too_large]
	])('refuses a file with %s, says which and why, and takes the others', async (_, file, why) => {
		const intake = new Intake(keepPhoto, false);
		await intake.take([await picture(), file, await picture()], 6);
		expect(intake.problems).toEqual([m.tickets_photo_problem({ name: file.name, why: why() })]);
		expect(kept).toHaveLength(2);
		await intake.take([await picture()], 6);
		expect(intake.problems).toEqual([]);
	});

	it('says that the device is full when it is, not that one should try again', async () => {
		const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		const intake = new Intake(full, false);
		await intake.take([await picture()], 6);
		expect(intake.problems).toEqual([
			m.tickets_photo_problem({ name: 'station.png', why: m.errors_device_storage_full() })
		]);
	});

	it('makes the longest side 1600 pixels', async () => {
		await new Intake(keepPhoto, false).take([await picture()], 6);
		const { width, height } = await createImageBitmap(new Blob([kept[0]!.bytes]));
		expect([width, height]).toEqual([1600, 800]);
	});

	it('keeps nothing before the person has looked, and nothing that was dropped', async () => {
		const intake = new Intake(keepPhoto, true);
		const taken = intake.take([await picture(), await picture()], 6);
		await vi.waitFor(() => expect(intake.doubted).not.toBeNull());
		expect(kept).toEqual([]);
		const first = intake.doubted;
		intake.answer('drop');
		await vi.waitFor(() => expect(intake.doubted !== null && intake.doubted !== first).toBe(true));
		intake.answer('use');
		await taken;
		expect(kept).toHaveLength(1);
		expect(kept[0]!.fileId).not.toBe(first!.fileId);
	});

	it('says when there are more than there is room for, and takes those that fit', async () => {
		const intake = new Intake(keepPhoto, false);
		await intake.take([await picture(), await picture()], 1);
		expect(kept).toHaveLength(1);
		expect(intake.problems).toEqual([m.errors_too_many_photos()]);
	});
});

it('belongs to the person who wrote it', async () => {
	const drafting = await openDraft();
	const before = (await currentSession())!.me;
	await signIn({ ...before, personId: newId() });
	expect(await new Drafting(drafting.id).open()).toBe(false);
});

describe('what was shared from another app', () => {
	const dayMs = 86_400_000;
	async function shared(): Promise<string> {
		const id = newId();
		const form = new FormData();
		form.append('photos', await picture());
		form.append('text', 'Fra galleriet');
		await keepShared(id, form);
		expect(await draftOfShared(id)).toBe(`/report/${id}/work`);
		return id;
	}

	it('is one draft however often its address is opened, and goes with the report', async () => {
		const id = await shared();
		await draftOfShared(id);
		expect((await begunDrafts()).map((draft) => [draft.id, draft.text])).toEqual([[id, 'Fra galleriet']]);
		expect(await sharedPhotos(id)).toHaveLength(1);
		const drafting = await reopened(id);
		drafting.change({ ...drafting.current!, urgency: 'low' });
		expect((await send(drafting)).ok).toBe(true);
		expect(await sharedPhotos(id)).toEqual([]);
		expect(await draftOfShared(id)).toBeNull();
	});

	it('comes back with a discarded draft for a day, and leaves the device with who leaves it', async () => {
		const id = await shared();
		const { current } = await reopened(id);
		await putAside(current!);
		await dropOrphans(Date.now());
		expect(await sharedPhotos(id)).toHaveLength(1);
		await dropOrphans(Date.now() + dayMs + 60_000);
		expect(await sharedPhotos(id)).toEqual([]);

		const other = await shared();
		await leave((await currentSession())!.me.personId);
		expect(await sharedPhotos(other)).toEqual([]);
	});
});
