import {
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { EventBody, EventKind } from '#lib/domain/ticket/event.ts';
import type { Ticket } from '#lib/domain/ticket/ticket.ts';
import { department, organisation } from './organisation.ts';

export const ticket = pgTable(
	'ticket',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		number: integer().notNull(),
		reference: text().notNull(),
		departmentId: uuid()
			.notNull()
			.references(() => department.id),
		requesterId: uuid().notNull(),
		reporterId: uuid().notNull(),
		isPrivate: boolean().notNull(),
		assigneeId: uuid(),
		/** The folded ticket without its events and without names: the log below is the truth, this is its sum. */
		state: jsonb().$type<Omit<Ticket, 'events' | 'number'>>().notNull(),
		closedAt: timestamp({ withTimezone: true }),
		createdAt: timestamp({ withTimezone: true }).notNull(),
		updatedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		uniqueIndex().on(t.organisationId, t.number),
		index().on(t.organisationId, t.reference),
		index().on(t.departmentId, t.closedAt),
		index().on(t.requesterId)
	]
);

export const ticketEvent = pgTable(
	'ticket_event',
	{
		ticketId: uuid()
			.notNull()
			.references(() => ticket.id),
		/** Order in the ticket, from 1. */
		position: integer().notNull(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		kind: text().$type<EventKind>().notNull(),
		isInternal: boolean().notNull(),
		mutationId: uuid().notNull(),
		personId: uuid().notNull(),
		at: timestamp({ withTimezone: true }).notNull(),
		/** The device's clock when it was written: display only. */
		deviceTime: timestamp({ withTimezone: true }),
		body: jsonb().$type<EventBody>().notNull()
	},
	(t) => [primaryKey({ columns: [t.ticketId, t.position] }), index().on(t.organisationId, t.at)]
);
