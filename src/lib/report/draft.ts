import { guideFor, type Audience } from '#lib/domain/ticket/catalogue.ts';
import type { DepartmentId, MutationId, PersonId, TicketId } from '#lib/domain/ids.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Photo, Report, Said, Tried } from '#lib/domain/ticket/event.ts';
import { textLimit, type DeviceKind, type Symptom, type Topic, type Urgency } from '#lib/domain/ticket/words.ts';

/**
 * A report while it is written. Its case's id and reference are made with it, so that a double tap, a second tab and a
 * second try all speak of the same case. The draft's own id is another: what is taken up again later is a new intent.
 */
export type ReportDraft = {
	id: string;
	ticketId: TicketId;
	reference: string;
	topic: Topic;
	deviceKind: DeviceKind | null;
	assetTag: string | null;
	symptom: Symptom | null;
	text: string;
	urgency: Urgency | null;
	tried: Tried[];
	photos: Photo[];
	requesterId: PersonId;
	requesterName: string;
	departmentId: DepartmentId;
	/** The waiting mutation that this corrects. */
	supersedes: MutationId | null;
	/** What was said with the assistant before. */
	conversation?: Said[] | undefined;
	/** It came through the share sheet: photos may wait under its id until somebody has looked at them. */
	isShared?: true;
};

export type Owner = { personId: PersonId; name: string; departmentId: DepartmentId };
export type Ids = Pick<ReportDraft, 'id' | 'ticketId' | 'reference'>;

export const newDraft = (ids: Ids, owner: Owner, topic: Topic): ReportDraft => ({
	...ids,
	topic,
	deviceKind: null,
	assetTag: null,
	symptom: null,
	text: '',
	urgency: null,
	tried: [],
	photos: [],
	requesterId: owner.personId,
	requesterName: owner.name,
	departmentId: owner.departmentId,
	supersedes: null
});

/** Another thing has other symptoms, and what was tried on the first says nothing about it. */
export const withDevice = (draft: ReportDraft, deviceKind: DeviceKind, assetTag: string | null): ReportDraft =>
	draft.deviceKind === deviceKind
		? { ...draft, assetTag }
		: { ...draft, deviceKind, assetTag, symptom: null, tried: [] };

export const withSymptom = (draft: ReportDraft, symptom: Symptom): ReportDraft =>
	draft.symptom === symptom ? draft : { ...draft, symptom, tried: [] };

/** The steps of one guide that did not help; trying it again counts once, with the most steps. */
export function withTried(draft: ReportDraft, guideId: string, steps: number): ReportDraft {
	const earlier = draft.tried.find((tried) => tried.guideId === guideId);
	const rest = draft.tried.filter((tried) => tried !== earlier);
	return { ...draft, tried: [...rest, { guideId, steps: Math.max(steps, earlier?.steps ?? 0), worked: false }] };
}

/** Something that would be a pity to lose: asks before it is thrown away, and is offered again. */
export const isBegun = (draft: ReportDraft): boolean =>
	draft.deviceKind !== null || draft.text.trim() !== '' || draft.photos.length > 0 || draft.isShared === true;

export type Step = 'device' | 'symptom' | 'guide' | 'work';

/** Where the flow goes on: a step that has nothing to ask or to offer is left out. */
export function nextStep(draft: ReportDraft, audience: Audience, hasAlike: boolean): Step {
	if (draft.topic !== 'broken') return 'work';
	if (!draft.deviceKind) return 'device';
	if (!draft.symptom) return 'symptom';
	const guide = guideFor(draft.deviceKind, draft.symptom, audience);
	const offers = hasAlike || (guide !== null && draft.tried.every(({ guideId }) => guideId !== guide));
	return offers ? 'guide' : 'work';
}

/** Why it cannot be sent yet, or null. Text is needed only where no tile says what it is about. */
export function missing(draft: ReportDraft): 'urgency' | 'text' | 'textTooLong' | null {
	if (draft.text.length > textLimit) return 'textTooLong';
	const tileSays = draft.topic === 'broken' || draft.topic === 'password';
	if (!tileSays && draft.text.trim() === '' && draft.photos.length === 0) return 'text';
	return draft.urgency === null ? 'urgency' : null;
}

/** The report as it is sent. Call only when nothing is `missing`. */
export function reportOf(draft: ReportDraft, locale: Locale): Report {
	if (draft.urgency === null) throw new Error('a report without an answer to "can you keep working?"');
	const { topic, deviceKind, assetTag, symptom, text, urgency, tried, photos, conversation } = draft;
	return {
		...{ topic, deviceKind, assetTag, symptom, text, urgency, tried, photos, locale },
		...(conversation && { conversation })
	};
}
