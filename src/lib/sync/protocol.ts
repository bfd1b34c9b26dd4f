import * as z from 'zod/mini';
import { rowKinds } from '#lib/domain/rows.ts';
import { FileId, Incarnation, MutationId, PersonId } from '#lib/domain/ids.ts';

/**
 * The wire between a device and the server. Both halves validate with these; an answer that does not match
 * (a captive portal's 200 page) is a network error, never an acknowledgement.
 */
export const schemaVersion = 1;
export const pushLimit = 100;
export const pushBytesLimit = 256_000;
export const pullLimit = 1_000;

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const ManifestFile = z.object({
	fileId: FileId,
	size: z.int().check(z.positive()),
	sha256,
	mime: z.string().check(z.maxLength(80))
});
export type ManifestFile = z.infer<typeof ManifestFile>;

export const PushItem = z.object({
	mutationId: MutationId,
	incarnation: Incarnation,
	/** Counts every item of one incarnation, without gaps: the server sees what has not arrived. */
	seq: z.int().check(z.positive()),
	author: PersonId,
	/** `ticket.report`, `guide.outcome` …; `outbox.discarded` is the tombstone of an item that never left. */
	kind: z.string().check(z.maxLength(60)),
	schemaVersion: z.int(),
	dependsOn: z.array(MutationId).check(z.maxLength(20)),
	supersedes: z.nullable(MutationId),
	/** The place in the sequence that the superseded item leaves, if it is of this incarnation and was never answered. */
	supersededSeq: z.nullable(z.int().check(z.positive())),
	/** JSON text; the hash is over exactly these bytes, so a later envelope (sealing) changes nothing here. */
	payload: z.string().check(z.maxLength(200_000)),
	payloadSha256: sha256,
	manifest: z.array(ManifestFile).check(z.maxLength(6)),
	/** The device's clock: display only (I20). */
	deviceTime: z.iso.datetime({ offset: true })
});
export type PushItem = z.infer<typeof PushItem>;

export const PushRequest = z.object({ items: z.array(PushItem).check(z.minLength(1), z.maxLength(pushLimit)) });
export type PushRequest = z.infer<typeof PushRequest>;

export const PushResult = z.object({
	mutationId: MutationId,
	payloadSha256: sha256,
	/**
	 * applied: committed, now or earlier. parked: the server keeps it for a person to look at, `code` says why.
	 * refused: not kept, the author can mend it (`code`). retry: nothing happened, try after `retryAfterMs`.
	 */
	status: z.enum(['applied', 'parked', 'refused', 'retry']),
	code: z.nullable(z.string()),
	/** The case number, where the item made or touched a case. */
	number: z.nullable(z.int()),
	retryAfterMs: z.nullable(z.int())
});
export type PushResult = z.infer<typeof PushResult>;

export const SeqStatus = z.object({ contiguous: z.int(), highest: z.int(), holes: z.array(z.int()) });
export type SeqStatus = z.infer<typeof SeqStatus>;

export const PushReply = z.object({ epoch: z.uuid(), results: z.array(PushResult), seq: SeqStatus });
export type PushReply = z.infer<typeof PushReply>;

/**
 * A position in the change log, proved by the random mark of the row there, and signed. A device keeps it as it is and
 * gives it back; null before the first pull.
 */
export const Cursor = z.object({
	epoch: z.uuid(),
	position: z.int(),
	mark: z.nullable(z.uuid()),
	scope: z.string(),
	/** Up to here everything is new to the device: no tombstones are sent. */
	freshTo: z.int(),
	proof: z.string().check(z.maxLength(100))
});
export type Cursor = z.infer<typeof Cursor>;

export { rowKinds, type RowKind } from '#lib/domain/rows.ts';

export const PullRequest = z.object({
	cursor: z.nullable(Cursor),
	incarnation: Incarnation,
	limit: z.int(),
	/** Whose database it is for: a cookie of somebody who signed in meanwhile must not fill it. */
	reader: z.optional(PersonId)
});
export type PullRequest = z.infer<typeof PullRequest>;

/** `row: null` is a tombstone: deleted, or no longer this person's to see. */
export const Change = z.object({ kind: z.enum(rowKinds), id: z.string(), row: z.nullable(z.unknown()) });
export type Change = z.infer<typeof Change>;

/** What a person at the desk made of an item that was parked. */
export const DecidedItem = z.object({
	mutationId: MutationId,
	as: z.enum(['case', 'note', 'setAside']),
	/** Who decided, by name. */
	by: z.string(),
	at: z.iso.datetime(),
	/** Why it was set aside. */
	reason: z.nullable(z.string()),
	/** The case that it is in now. */
	number: z.nullable(z.int())
});
export type DecidedItem = z.infer<typeof DecidedItem>;

export const PullReply = z.object({
	cursor: Cursor,
	/**
	 * A new epoch or other scopes: this reply begins the whole from position 0. Rows that the device holds and that
	 * do not come again by the last page (`more: false`) leave it then. A new epoch also means: push again all acked items.
	 */
	reset: z.nullable(z.enum(['epoch', 'scope'])),
	changes: z.array(Change),
	more: z.boolean(),
	seq: SeqStatus,
	/** With the last page. A node of an older version says neither of these. */
	decided: z.optional(z.array(DecidedItem)),
	serverTime: z.optional(z.iso.datetime())
});
export type PullReply = z.infer<typeof PullReply>;
