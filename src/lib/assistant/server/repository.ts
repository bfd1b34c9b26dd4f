import { eq, sql } from 'drizzle-orm';
import type { QuestionAsked } from '#lib/domain/assistant/question.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Tx } from '#lib/server/db.ts';
import { question } from '#lib/server/schema/index.ts';

/** The first time it is the question; afterwards only what became of it, told by the same person. */
export async function keepQuestion(tx: Tx, { organisationId, departmentId, personId }: Actor, asked: QuestionAsked) {
	const { questionId: id, locale, text, kind, guideId, confidence, outcome = null } = asked;
	await tx
		.insert(question)
		.values({ organisationId, id, departmentId, personId, locale, text, kind, guideId, confidence, outcome })
		.onConflictDoUpdate({
			target: [question.organisationId, question.id],
			set: { guideId, outcome: sql`coalesce(excluded.outcome, ${question.outcome})` },
			setWhere: eq(question.personId, personId)
		});
}
