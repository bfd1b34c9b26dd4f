import { boolean, date, index, integer, jsonb, pgTable, text, time, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Locale } from '#lib/domain/locale.ts';

// Organisations (customers), their departments and the hours in which they can be helped. Every row of every table
// but `organisation` itself carries organisation_id: row-level security keeps customers apart.

export const organisation = pgTable('organisation', {
	id: uuid().primaryKey(),
	name: text().notNull(),
	/** Part of the sign-in address; unique over all customers. */
	slug: text().notNull().unique(),
	timeZone: text().notNull(),
	locale: text().$type<Locale>().notNull(),
	createdAt: timestamp({ withTimezone: true }).notNull().defaultNow()
});

export const department = pgTable(
	'department',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** The number that people know it by ("214"); the key of the import. */
		code: text().notNull(),
		name: text().notNull(),
		kind: text().$type<'store' | 'homecare' | 'office'>().notNull(),
		timeZone: text().notNull(),
		headcount: integer().notNull(),
		/** Whom to phone about a citizen or a customer in danger; never IT. */
		dutyPhone: text(),
		closedAt: timestamp({ withTimezone: true })
	},
	(t) => [index().on(t.organisationId)]
);

/** When the desk can be reached: by whole organisation. Several periods a day; none on a day = closed. */
export const openingHours = pgTable(
	'opening_hours',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		channel: text().$type<'desk' | 'phone' | 'counter'>().notNull(),
		/** ISO weekday, 1 = Monday. */
		weekday: integer().notNull(),
		opens: time().notNull(),
		closes: time().notNull()
	},
	(t) => [index().on(t.organisationId)]
);

export const holiday = pgTable(
	'holiday',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		day: date().notNull(),
		name: text().notNull(),
		/** Null = closed all day. */
		opens: time(),
		closes: time()
	},
	(t) => [index().on(t.organisationId)]
);

export const phoneNumber = pgTable(
	'phone_number',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		purpose: text().$type<'it' | 'duty' | 'emergency'>().notNull(),
		number: text().notNull(),
		label: text().notNull(),
		alwaysOpen: boolean().notNull().default(false),
		position: integer().notNull().default(0)
	},
	(t) => [index().on(t.organisationId)]
);

export const service = pgTable(
	'service',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** The slug that guides and topics name ("door-locks"). */
		code: text().notNull(),
		names: jsonb().$type<Partial<Record<Locale, string>>>().notNull(),
		ownerId: uuid(),
		team: text(),
		/** Promise in open minutes by urgency, where it differs from the organisation's. */
		promiseMinutes: jsonb().$type<{ low: number; medium: number; high: number } | null>(),
		closedAt: timestamp({ withTimezone: true })
	},
	(t) => [index().on(t.organisationId)]
);

/** The register of devices: what a scanned label finds. */
export const device = pgTable(
	'device',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		departmentId: uuid().references(() => department.id),
		assetTag: text().notNull(),
		kind: text().notNull(),
		name: text().notNull(),
		place: text(),
		retiredAt: timestamp({ withTimezone: true })
	},
	(t) => [index().on(t.organisationId), index().on(t.departmentId)]
);
