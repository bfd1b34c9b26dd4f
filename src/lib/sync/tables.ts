import type { ErrorCode } from '#lib/domain/errors.ts';
import type { GuideRow } from '#lib/domain/guide/guide.ts';
import type { FileId, Incarnation, MutationId, PersonId, TicketId } from '#lib/domain/ids.ts';
import type {
	DepartmentRow,
	DeviceRow,
	Me,
	OrganisationRow,
	PersonRow,
	ServiceRow,
	TicketRow
} from '#lib/domain/rows.ts';
import type { Cursor, DecidedItem, ManifestFile } from './protocol.ts';

// What lies on a device. Two databases: one for each person, one for the device itself.

/** Rows that come by pull, under the name of their kind. */
export type Rows = {
	ticket: TicketRow;
	guide: GuideRow;
	person: PersonRow;
	department: DepartmentRow;
	organisation: OrganisationRow;
	service: ServiceRow;
	device: DeviceRow;
};

/**
 * queued ─► sending ─► acked          the server has committed it
 *    │         └─────► needsYou       refused or parked: `code` says why
 *    └─► superseded | discarded       never left; goes as a tombstone, so that the sequence has no hole
 */
export type OutboxState = 'queued' | 'sending' | 'acked' | 'needsYou' | 'superseded' | 'discarded';

export type OutboxRow = {
	mutationId: MutationId;
	incarnation: Incarnation;
	seq: number;
	/** Place among all that this person ever saved here; unlike `seq` it goes on in a new life. */
	order: number;
	author: PersonId;
	kind: string;
	schemaVersion: number;
	dependsOn: MutationId[];
	supersedes: MutationId | null;
	/** The place that the superseded item leaves, where it never left the device. */
	supersededSeq: number | null;
	/** JSON text, never changed after it was saved; its hash is over these bytes. */
	payload: string;
	payloadSha256: string;
	manifest: ManifestFile[];
	/** The device's clock: display only. */
	deviceTime: string;
	ticketId: TicketId | null;
	state: OutboxState;
	/** 1 until the server has answered for good (an index cannot hold a boolean). */
	isPending: 0 | 1;
	/** Requests that may have reached the server. Above 0 nobody knows, so it can no longer be taken back unsent. */
	attempts: number;
	/** Milliseconds since 1970, by the device's clock; only ever compared with the same clock. */
	nextTryMs: number;
	code: ErrorCode | null;
	/** The server keeps it for a person to look at. */
	isParked: boolean;
	/** What a person at the desk has made of the parked item. */
	decision?: Pick<DecidedItem, 'as' | 'by' | 'at' | 'reason'>;
	number: number | null;
	ackedAt: string | null;
	/** The server's life in which it was answered: in another one it is sent again. */
	ackedEpoch: string | null;
	/** The server's life in which its place was reported missing and it was sent again: once is proof enough. */
	holeEpoch: string | null;
	/** Its effect came back in a pull: the server's row holds it, the device no longer has to add it. */
	seenAt: string | null;
};

/** waiting ─► sending ─► verified; damaged: the bytes here are not those that were saved; refused: by the server. */
export type FileState = 'waiting' | 'sending' | 'verified' | 'damaged' | 'refused';

export type FileRow = ManifestFile & {
	mutationId: MutationId;
	ticketId: TicketId | null;
	state: FileState;
	code: ErrorCode | null;
	/** Bytes that the server holds for certain. */
	offset: number;
	/** SHA-256 of each chunk, as it was when the photo was saved. */
	chunkSha256: string[];
	/** A small JPEG that stays when the chunks have gone. */
	thumbnail: ArrayBuffer | null;
};

/** Plain bytes, not a File: Safari gives stored Files back empty. */
export type ChunkRow = { id: string; fileId: FileId; index: number; bytes: ArrayBuffer };

export type DraftRow = { id: string; kind: string; data: unknown; savedAt: string };

/** The server's row of a ticket that waiting mutations are shown on top of; null when the server has none yet. */
export type BaseRow = { id: TicketId; row: TicketRow | null };

export type CursorRow = {
	id: 'pull';
	cursor: Cursor;
	syncedAt: string | null;
	/** Rows (`kind/id`) that came since a reset began; what is not among them at its end leaves the device. */
	marked: string[] | null;
	/** The server's day on which cases were last looked through for old ones (`aged.ts`). */
	agedOn?: string;
};

/** One life of this database: made with it, so that `seq` 1 never meets an older `seq` 1. */
export type LifeRow = {
	id: 'life';
	incarnation: Incarnation;
	lastSeq: number;
	lastOrder: number;
	/** Lives of this same database before a clone was noticed: a note of theirs is no loss. */
	earlier: Incarnation[];
};

export type PersonTables = Rows & {
	outbox: OutboxRow;
	file: FileRow;
	chunk: ChunkRow;
	draft: DraftRow;
	base: BaseRow;
	cursor: CursorRow;
	life: LifeRow;
};

/** What went missing when a database was lost: nothing else is known, and nothing else would be private. */
export type Loss = { personId: PersonId; foundAt: string; items: { kind: string; at: string }[] };

export type DeviceTables = {
	setting:
		| { key: 'installId'; value: string }
		| { key: 'me'; value: Me }
		| { key: 'losses'; value: Loss[] }
		| { key: `choice.${string}`; value: unknown };
	/** Whose data lies here, also after they signed out with something unsent. */
	resident: { personId: PersonId; name: string };
};
