import {
	bigint,
	index,
	inet,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Locale } from '#lib/domain/locale.ts';
import type { Role } from '#lib/domain/roles.ts';
import { department, organisation } from './organisation.ts';

export const person = pgTable(
	'person',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		departmentId: uuid()
			.notNull()
			.references(() => department.id),
		/** Where they said that they work for now; null: where the register says. */
		workplaceId: uuid().references(() => department.id, { onDelete: 'set null' }),
		/** The key of the import and of sign-in; unique in the organisation. */
		employeeNumber: text().notNull(),
		name: text().notNull(),
		/** What the person does, in the organisation's own words ("Kasse", "SOSU-assistent"). */
		job: text().notNull().default(''),
		email: text(),
		phone: text(),
		locale: text().$type<Locale>().notNull(),
		roles: text().array().$type<Role[]>().notNull(),
		/** Set when the person left: sessions end, the name stays on cases. */
		removedAt: timestamp({ withTimezone: true }),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [uniqueIndex().on(t.organisationId, t.employeeNumber), index().on(t.departmentId)]
);

/** Rights in another organisation than one's own. `organisation_id` is where the right holds. */
export const grant = pgTable(
	'person_grant',
	{
		personId: uuid()
			.notNull()
			.references(() => person.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		roles: text().array().$type<Role[]>().notNull()
	},
	(t) => [uniqueIndex().on(t.personId, t.organisationId)]
);

/** A PIN or password, argon2id. One row a person and kind. */
export const credential = pgTable(
	'credential',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		kind: text().$type<'pin' | 'password' | 'oneTimePin'>().notNull(),
		hash: text().notNull(),
		/** A one-time PIN ends here; null = lasts. */
		expiresAt: timestamp({ withTimezone: true }),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [uniqueIndex().on(t.personId, t.kind)]
);

/**
 * Tries to sign in, by a hash of what was typed and of the address it came from: kept apart from people, so that a number
 * that nobody has is locked like any other. Only `count_sign_in_try` reads and writes it.
 */
export const signInTry = pgTable(
	'sign_in_try',
	{
		key: text().primaryKey(),
		tries: integer().notNull(),
		since: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [index().on(t.since)]
);

/** An opaque session: the cookie holds 256 random bits, the row their SHA-256. */
export const session = pgTable(
	'session',
	{
		tokenHash: text().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		installId: uuid(),
		userAgent: text(),
		ip: inet(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		lastUsedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		expiresAt: timestamp({ withTimezone: true }).notNull(),
		revokedAt: timestamp({ withTimezone: true })
	},
	(t) => [index().on(t.personId)]
);

/** A one-time link (first administrator, a new password). */
export const invitation = pgTable('invitation', {
	tokenHash: text().primaryKey(),
	organisationId: uuid()
		.notNull()
		.references(() => organisation.id),
	personId: uuid()
		.notNull()
		.references(() => person.id),
	expiresAt: timestamp({ withTimezone: true }).notNull(),
	usedAt: timestamp({ withTimezone: true })
});

/** Append-only: the application's role may insert and read, never change. */
export const auditEntry = pgTable(
	'audit_entry',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		at: timestamp({ withTimezone: true }).notNull().defaultNow(),
		actorId: uuid(),
		action: text().notNull(),
		subject: text(),
		detail: jsonb().$type<Record<string, unknown>>().notNull().default({})
	},
	(t) => [index().on(t.organisationId, t.at)]
);

/** The chain over the audit log. Out of the application's reach: `seal_audit` adds its links. */
export const auditSeal = pgTable(
	'audit_seal',
	{
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** Place in the organisation's chain, from 1. */
		seq: bigint({ mode: 'number' }).notNull(),
		/** Refers to nothing: an entry that is gone must leave its link. */
		entryId: uuid().notNull().unique(),
		hash: text().notNull(),
		sealedAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.organisationId, t.seq] })]
);
