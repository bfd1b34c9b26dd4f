import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { GuideSource } from '#lib/domain/guide/source.ts';
import { organisation } from './organisation.ts';
import { person } from './people.ts';

// Knowledge articles (people read "guide").

export const guide = pgTable(
	'guide',
	{
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** The slug: the folder's name in an import. */
		id: text().notNull(),
		category: text().notNull(),
		audience: text().array().notNull(),
		service: text().notNull(),
		/** The guide as devices hold it (domain/guide); text is sanitised when it is published. */
		body: jsonb().notNull(),
		/** SHA-256 over the source files: importing the same again changes nothing. */
		sourceSha256: text().notNull(),
		version: integer().notNull(),
		publishedAt: timestamp({ withTimezone: true }).notNull(),
		retiredAt: timestamp({ withTimezone: true })
	},
	(t) => [primaryKey({ columns: [t.organisationId, t.id] })]
);

/** "It worked" / "it did not", once for each time somebody read it, also when offline. */
export const guideOutcome = pgTable(
	'guide_outcome',
	{
		/** The mutation's id: counted once however often it is sent. */
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		guideId: text().notNull(),
		guideVersion: integer().notNull(),
		/** Counted by department: who it was is not kept. */
		departmentId: uuid().notNull(),
		worked: boolean().notNull(),
		steps: integer().notNull(),
		at: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [index().on(t.organisationId, t.guideId)]
);

/** What is being written. One for each guide, and no reader ever sees it. */
export const guideDraft = pgTable(
	'guide_draft',
	{
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		guideId: text().notNull(),
		state: text().$type<'draft' | 'review'>().notNull(),
		source: jsonb().$type<GuideSource>().notNull(),
		/** The published version it began from; 0: none. */
		base: integer().notNull(),
		/** Counts the savings: whoever saves names the one they read, so that nobody overwrites what they have not seen. */
		revision: integer().notNull().default(1),
		savedBy: uuid().notNull(),
		savedByName: text().notNull(),
		savedAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.organisationId, t.guideId] })]
);

/** Every version that was ever published, as it was written. */
export const guideVersion = pgTable(
	'guide_version',
	{
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		guideId: text().notNull(),
		version: integer().notNull(),
		source: jsonb().$type<GuideSource>().notNull(),
		/** Null: it came with an import of the start. */
		publishedByName: text(),
		publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** The earlier version that it brought back. */
		returnedTo: integer()
	},
	(t) => [primaryKey({ columns: [t.organisationId, t.guideId, t.version] })]
);

/** Who answers for a guide, and when somebody looks at it again. */
export const guideUpkeep = pgTable(
	'guide_upkeep',
	{
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		guideId: text().notNull(),
		ownerId: uuid().references(() => person.id, { onDelete: 'set null' }),
		reviewOn: date({ mode: 'string' })
	},
	(t) => [primaryKey({ columns: [t.organisationId, t.guideId] })]
);

/** Somebody tried the guide while somebody else watched. */
export const guideTest = pgTable(
	'guide_test',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		guideId: text().notNull(),
		/** 0: the draft, before anything was published. */
		version: integer().notNull(),
		testedOn: date({ mode: 'string' }).notNull(),
		tester: text().notNull(),
		worked: boolean().notNull(),
		note: text().notNull(),
		recordedBy: uuid().notNull()
	},
	(t) => [index().on(t.organisationId, t.guideId)]
);
