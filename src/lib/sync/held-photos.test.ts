import { describe, expect, it } from 'vitest';
import { discardItem } from './discard.ts';
import { photoOf } from './photo.ts';
import { pushBatch } from './push.ts';
import { save } from './save.ts';
import { answering } from './test-server.ts';
import { newReport, testLocal, testPhoto, type TestLocal } from './test-local.ts';
import { uploadAll } from './uploads.ts';

const onDisk = (local: TestLocal) =>
	local.store.read(async (tx) => ({ files: await tx.all('file'), chunks: await tx.all('chunk') }));
const none = { files: [], chunks: [] };

async function withPhoto() {
	const local = testLocal();
	const photo = await testPhoto(1_000);
	const input = newReport();
	const first = await save(local, 'ticket.report', input, { photos: [photo] });
	if (!first.ok) throw new Error(first.code);
	const correct = async (photos: (typeof photo)[], added = photos) => {
		const corrected = newReport({ text: 'Corrected', photos: photos.map(photoOf) }, input.ticketId);
		const edit = await save(local, 'ticket.report', corrected, { supersedes: first.value.mutationId, photos: added });
		if (!edit.ok) throw new Error(edit.code);
		return edit.value.mutationId;
	};
	return { local, photo, first: first.value.mutationId, correct };
}

async function sent(local: TestLocal, size: number): Promise<string[]> {
	const ids: string[] = [];
	const status = async () => ({ offset: 0, state: 'expected' }) as const;
	const send = async (fileId: string) => {
		ids.push(fileId);
		return { offset: size, state: 'verified' } as const;
	};
	await uploadAll(local, { status, send }, () => false);
	return ids;
}

describe('a corrected report', () => {
	it('[OB8] leaves nothing of a photo that was taken out before it was sent', async () => {
		const { local, correct } = await withPhoto();
		await correct([]);
		expect(await onDisk(local)).toEqual(none);
	});

	it.each([
		['taken up again', (photo: Awaited<ReturnType<typeof testPhoto>>) => [photo]],
		['only named', () => []]
	])('[OB6] takes its photo over, %s', async (_, added) => {
		const { local, photo, correct } = await withPhoto();
		const mutationId = await correct([photo], added(photo));
		expect((await onDisk(local)).files).toMatchObject([{ fileId: photo.fileId, mutationId, state: 'waiting' }]);
		await pushBatch(local, answering().push);
		expect(await sent(local, photo.size)).toEqual([photo.fileId]);
	});
});

describe('a photo of a report that was applied', () => {
	async function whoseCorrectionIsRefused() {
		const report = await withPhoto();
		const { local, photo, correct } = report;
		await pushBatch(local, answering().push);
		const edit = await correct([photo]);
		await pushBatch(local, answering({ status: 'refused', code: 'already_resolved' }).push);
		return { ...report, edit };
	}

	it('[UP1] goes, whatever becomes of a correction that names it too', async () => {
		const { local, photo } = await whoseCorrectionIsRefused();
		expect(await sent(local, photo.size)).toEqual([photo.fileId]);
	});

	it('[UP5] stays when the correction is thrown away', async () => {
		const { local, photo, edit } = await whoseCorrectionIsRefused();
		expect(await discardItem(local, edit)).toMatchObject({ ok: true });
		expect(await sent(local, photo.size)).toEqual([photo.fileId]);
	});
});
