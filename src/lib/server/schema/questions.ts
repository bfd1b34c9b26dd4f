import { index, pgTable, primaryKey, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { QuestionKind, QuestionOutcome } from '#lib/domain/assistant/question.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { organisation } from './organisation.ts';

/** What people asked the assistant, for those who train it. Personal identity numbers are out of it before it is stored. */
export const question = pgTable(
	'question',
	{
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** Made on the device: what became of the answer comes later, under the same id. */
		id: uuid().notNull(),
		departmentId: uuid().notNull(),
		/** Null after 90 days (`forget_askers`). */
		personId: uuid(),
		locale: text().$type<Locale>().notNull(),
		text: text().notNull(),
		kind: text().$type<QuestionKind>().notNull(),
		guideId: text(),
		confidence: real().notNull(),
		outcome: text().$type<QuestionOutcome>(),
		askedAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.organisationId, t.id] }), index().on(t.organisationId, t.askedAt)]
);
