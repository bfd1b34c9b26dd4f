import {
	bigint,
	bigserial,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { RowKind } from '#lib/domain/rows.ts';

/** One row for each mutation ever received: the claim that makes a mutation happen once. */
export const syncMutation = pgTable(
	'sync_mutation',
	{
		mutationId: uuid().primaryKey(),
		incarnation: uuid().notNull(),
		/** Null: the place of a superseded item that the sequence gave to another. */
		seq: integer(),
		organisationId: uuid().notNull(),
		personId: uuid().notNull(),
		kind: text().notNull(),
		schemaVersion: integer().notNull(),
		payloadSha256: text().notNull(),
		status: text().$type<'claimed' | 'applied' | 'parked' | 'refused' | 'superseded' | 'discarded'>().notNull(),
		code: text(),
		number: integer(),
		/** Kept only for what is parked, so that a person can look at it. */
		payload: text(),
		receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** What a person at the desk made of a parked item. */
		decision: text().$type<'case' | 'note' | 'setAside'>(),
		decidedBy: uuid(),
		decidedAt: timestamp({ withTimezone: true }),
		/** Why it was set aside: the author reads it. */
		decisionReason: text()
	},
	(t) => [
		uniqueIndex().on(t.incarnation, t.seq),
		index('sync_mutation_held')
			.on(t.organisationId, t.receivedAt)
			.where(sql`${t.status} = 'parked' or ${t.decision} is not null`),
		index('sync_mutation_decided')
			.on(t.personId, t.decidedAt)
			.where(sql`${t.decision} is not null`)
	]
);

/** What changed, in the order in which commits became visible. `position` is given at commit, by a trigger. */
export const changeLog = pgTable(
	'change_log',
	{
		id: bigserial({ mode: 'number' }).primaryKey(),
		position: bigint({ mode: 'number' }),
		/** Proves to a device that this is the log it read from. */
		mark: uuid().notNull().defaultRandom(),
		organisationId: uuid().notNull(),
		kind: text().$type<RowKind>().notNull(),
		rowId: text().notNull(),
		/** Who may see it: `person:…`, `department:…`, `organisation:…`, `desk:<organisation>`. */
		scopes: text().array().notNull(),
		/** Who saw it before and no longer may: they get a tombstone. */
		leftScopes: text()
			.array()
			.notNull()
			.default(sql`'{}'`),
		isDeleted: boolean().notNull().default(false),
		/** The newest entry of its row: pulls read only these. */
		isLatest: boolean().notNull().default(true),
		at: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [
		uniqueIndex().on(t.position),
		index('change_log_latest')
			.on(t.organisationId, t.position)
			.where(sql`${t.isLatest}`),
		index('change_log_row')
			.on(t.kind, t.rowId)
			.where(sql`${t.isLatest}`)
	]
);

/** One row: changes when the database is restored or forked, then devices send again what they hold. */
export const serverEpoch = pgTable('server_epoch', {
	epoch: uuid().primaryKey(),
	/** PostgreSQL's own identity at that time: system identifier and timeline. */
	fingerprint: text().notNull(),
	/** Signs cursors, so that a position nobody was given cannot pretend that the database was restored. */
	cursorKey: text().notNull(),
	startedAt: timestamp({ withTimezone: true }).notNull().defaultNow()
});

export type UploadDetail = {
	width?: number;
	height?: number;
	/** How often the whole was not the file that was announced. */
	wrongHashes?: number;
	/** Rewritings whose end nobody saw: one of them may have taken the node down with it. */
	begun?: number;
};

/** A file that an item announced: its bytes come later, in chunks, and survive everything. */
export const upload = pgTable(
	'upload',
	{
		fileId: uuid().primaryKey(),
		organisationId: uuid().notNull(),
		/** Null: its item is parked, and nobody has decided yet which case it belongs to. */
		ticketId: uuid(),
		mutationId: uuid().notNull(),
		ownerId: uuid().notNull(),
		size: integer().notNull(),
		sha256: text().notNull(),
		mime: text().notNull(),
		/** Bytes that are on disk for certain (after fdatasync). */
		verifiedOffset: integer().notNull().default(0),
		state: text().$type<'expected' | 'receiving' | 'verified' | 'published' | 'refused'>().notNull(),
		/** Of a note: as the note itself, only the desk sees it. */
		isInternal: boolean().notNull().default(false),
		/** Code of the error table, when refused. */
		code: text(),
		detail: jsonb().$type<UploadDetail>().notNull().default({}),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		lastActivityAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [index().on(t.ticketId), index().on(t.state)]
);
