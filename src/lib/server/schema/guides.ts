import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { organisation } from './organisation.ts';

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
