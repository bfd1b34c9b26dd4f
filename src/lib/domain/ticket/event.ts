import type { DepartmentId, FileId, GuideId, MutationId, PersonId, TicketId } from '../ids.ts';
import type { Locale } from '../locale.ts';
import type { DeviceKind, Impact, SolutionPoint, Symptom, TicketType, Topic, Urgency } from './words.ts';

/**
 * What happened to a ticket. The log of these is the truth; the ticket's state, promise and solution point are
 * computed from it. An event is never changed. `internal` events never leave the desk.
 */
export type Photo = { fileId: FileId; size: number; sha256: string; mime: string };

export type Tried = { guideId: GuideId; steps: number; worked: false };

/** One turn of a talk that went before the report, as its author read it. */
export type Said = { by: 'person' | 'assistant'; text: string };

export type Report = {
	topic: Topic;
	deviceKind: DeviceKind | null;
	/** The label's text, as scanned or chosen from the register. */
	assetTag: string | null;
	symptom: Symptom | null;
	text: string;
	urgency: Urgency;
	tried: Tried[];
	photos: Photo[];
	/** What was said with the assistant before, so that nobody asks it again. */
	conversation?: Said[] | undefined;
	locale: Locale;
};

export type EventBody =
	| {
			kind: 'reported';
			report: Report;
			reference: string;
			type: TicketType;
			departmentId: DepartmentId;
			requesterId: PersonId;
			isPrivate: boolean;
	  }
	| { kind: 'amended'; report: Report }
	| { kind: 'replied'; text: string; photos: Photo[] }
	| { kind: 'followed' }
	| { kind: 'confirmed' }
	| { kind: 'reopened'; text: string }
	| { kind: 'withdrawn' }
	| { kind: 'seen' }
	| { kind: 'taken' }
	| { kind: 'assigned'; assigneeId: PersonId | null; assigneeName: string | null; text: string }
	| { kind: 'answered'; text: string; photos: Photo[] }
	| { kind: 'asked'; text: string; choices: string[] }
	| {
			kind: 'noted';
			text: string;
			internal: true;
			/** Of what somebody else wrote, which became a note. */
			photos?: Photo[];
	  }
	| { kind: 'promised'; before: string }
	| { kind: 'prioritised'; impact: Impact; urgency: Urgency }
	| { kind: 'resolved'; text: string; solutionPoint: SolutionPoint; guideId: GuideId | null };

export type EventKind = EventBody['kind'];

/** Who did it: the name is written by whoever serves the event, so that a renamed person reads right everywhere. */
export type By = { id: PersonId; name: string };

/** `at` is the server's time once the server has applied it, before that the device's own (display only). */
export type TicketEvent = EventBody & { mutationId: MutationId; at: string; by: By };

export const isInternal = (event: { kind: EventKind }): boolean => event.kind === 'noted';

export type EventOf<Kind extends EventKind> = Extract<TicketEvent, { kind: Kind }>;
export type { TicketId };
