import { guideFor, devicesOf, symptomsOf, type Audience } from '#lib/domain/ticket/catalogue.ts';
import type { FileId, TicketId } from '#lib/domain/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import type { Photo, Said, Tried } from '#lib/domain/ticket/event.ts';
import type { TicketRow } from '#lib/domain/rows.ts';
import type { Topic } from '#lib/domain/ticket/words.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { drafts, dropDraft, saveDraft } from '#lib/sync/drafts.ts';
import { newId, newReference } from '#lib/sync/ids.ts';
import { signedIn } from '#lib/sync/me.ts';
import { mutate } from '#lib/sync/mutate.ts';
import type { OutboxRow } from '#lib/sync/tables.ts';
import { dropShared, sharedBefore } from '#lib/sync/shared-photos.ts';
import { keptPhotos } from '#lib/sync/kept-photos.ts';
import type { Drafting } from './drafting.svelte.ts';
import { photoRow } from './drafting.svelte.ts';
import { textLimit } from '#lib/domain/ticket/words.ts';
import { isBegun, newDraft, reportOf, withDevice, withSymptom, withTried, type ReportDraft } from './draft.ts';

const newIds = () => ({ id: newId(), ticketId: newId<TicketId>(), reference: newReference() });

/** A fresh draft of the signed-in person, not kept until something is said. */
export async function blankDraft(topic: Topic): Promise<ReportDraft> {
	const me = await signedIn();
	if (!me) throw new Error('nobody is signed in');
	return newDraft(newIds(), me, topic);
}

export const keep = (draft: ReportDraft): Promise<void> => saveDraft(draft.id, 'report', draft);

/** What somebody began and did not send, the newest first. */
export async function begunDrafts(): Promise<ReportDraft[]> {
	const found = (await drafts('report')).map(({ data }) => data as ReportDraft);
	return found.filter(isBegun);
}

/** Undo puts the very same draft back; its photos stay a day for that, then `dropOrphans` takes them. */
export const putAside = (draft: ReportDraft): Promise<void> => dropDraft(draft.id);

/** Back from a guide that did not help: the draft that led to it, or a new one on what the guide is about. */
export async function draftAfterGuide(guideId: string, steps: number, audience: Audience): Promise<ReportDraft> {
	const led = (await begunDrafts()).find((d) => guideFor(d.deviceKind, d.symptom, audience) === guideId);
	const about = led ?? aboutGuide(await blankDraft('broken'), guideId, audience);
	const draft = steps > 0 ? withTried(about, guideId, steps) : about;
	await keep(draft);
	return draft;
}

/** What somebody said to the assistant and tried with it, when a person shall help instead. */
export type Handover = { topic: Topic; text: string; tried: Tried[]; conversation: Said[] };

/** A case that begins with a talk: nothing of it is asked again. */
export async function draftAfterTalk({ topic, text, tried, conversation }: Handover): Promise<ReportDraft> {
	const draft = { ...(await blankDraft(topic)), text: text.slice(0, textLimit), tried, conversation };
	await keep(draft);
	return draft;
}

function aboutGuide(blank: ReportDraft, guideId: string, audience: Audience): ReportDraft {
	for (const kind of devicesOf(audience))
		for (const symptom of symptomsOf(kind))
			if (guideFor(kind, symptom, audience) === guideId) return withSymptom(withDevice(blank, kind, null), symptom);
	return blank;
}

/** `lostPhotos`: how many had no room on the device; the text is saved. */
type Handed = { ticketId: TicketId; lostPhotos: number };

/**
 * Hands the report over: one strict transaction writes case and outbox. The draft goes afterwards; if the device dies
 * in between, the draft speaks of the same case, and sending it again corrects that case instead of making a second.
 */
export async function send(drafting: Drafting): Promise<Result<Handed>> {
	await drafting.settled();
	const draft = drafting.current;
	if (!draft || drafting.isElsewhere) return refuse('not_found');
	if (await drafting.isGone()) {
		drafting.isElsewhere = true;
		return refuse('not_found');
	}
	const { ticketId, reference, requesterId, departmentId, supersedes } = draft;
	const report = reportOf(draft, getLocale());
	const sent = await mutate(
		'ticket.report',
		{ ticketId, reference, requesterId, departmentId, report },
		{ photos: drafting.photos, ...(supersedes && { supersedes }) }
	);
	if (!sent.ok) return sent;
	await dropDraft(draft.id);
	await dropShared(draft.id);
	await Promise.all(draft.photos.map(({ fileId }) => dropDraft(photoRow(fileId))));
	void dropOrphans(Date.now());
	return ok({ ticketId, lostPhotos: sent.value.lostPhotos.length });
}

const orphanMs = 24 * 3_600_000;

/** Photos of drafts that were thrown away, a day after they were taken: until then the draft may come back. */
export async function dropOrphans(now: number): Promise<void> {
	const reports = await drafts('report');
	const named = new Set(reports.flatMap(({ data }) => (data as ReportDraft).photos.map(photoRowOf)));
	const old = (await drafts('report-photo')).filter(({ savedAt }) => now - Date.parse(savedAt) > orphanMs);
	for (const { id } of old) if (!named.has(id)) await dropDraft(id);
	for (const id of await sharedBefore(now - orphanMs))
		if (reports.every((each) => each.id !== id)) await dropShared(id);
}
const photoRowOf = ({ fileId }: Photo): string => photoRow(fileId);

/** What was changed in a window whose draft another window has sent: a new intent, so new ids. */
export async function asNewCase(draft: ReportDraft): Promise<ReportDraft> {
	const copy = { ...draft, ...newIds(), supersedes: null };
	await keep(copy);
	return copy;
}

/** Takes a report that waits up again: the same case, and a mutation that takes the place of the waiting one. */
export async function correct(ticket: TicketRow, item: Item, lost: readonly Lost[] = []): Promise<ReportDraft> {
	const { id, reference, report, requester, departmentId } = ticket;
	const { topic, deviceKind, assetTag, symptom, text, urgency, tried, conversation } = report;
	const photos = without(report.photos, lost);
	const draft: ReportDraft = {
		id: newId(),
		ticketId: id,
		reference,
		topic,
		deviceKind,
		assetTag,
		symptom,
		text,
		urgency,
		tried,
		...(conversation && { conversation }),
		photos,
		requesterId: requester.id,
		requesterName: requester.name,
		departmentId,
		supersedes: item.state === 'acked' ? null : item.mutationId
	};
	// The draft holds the bytes itself: the item that it replaces may be sent, replaced or discarded meanwhile.
	for (const photo of await keptPhotos(photos.map(({ fileId }) => fileId)))
		await saveDraft(photoRow(photo.fileId), 'report-photo', photo);
	await keep(draft);
	return draft;
}

/** "Send without": the same report, without the photos that will never arrive. A case that has arrived is amended. */
export async function sendWithout(ticket: TicketRow, item: Item, lost: readonly Lost[]): Promise<Result<unknown>> {
	const { id: ticketId, reference, requester, departmentId } = ticket;
	const report = { ...ticket.report, photos: without(ticket.report.photos, lost) };
	return mutate(
		'ticket.report',
		{ ticketId, reference, requesterId: requester.id, departmentId, report },
		item.state === 'acked' ? {} : { supersedes: item.mutationId }
	);
}

type Item = Pick<OutboxRow, 'mutationId' | 'state'>;
type Lost = { fileId: FileId };
const without = (photos: readonly Photo[], lost: readonly Lost[]): Photo[] =>
	photos.filter(({ fileId }) => lost.every((gone) => gone.fileId !== fileId));
