import * as z from 'zod/mini';
import { QuestionId } from '../ids.ts';
import { locales } from '../locale.ts';

/** What was longer is no question that somebody else would ask in the same way: it is not kept. In UTF-16 units. */
export const questionLimit = 500;

/** `action`: answered by the product itself (one's own cases, opening hours), without a guide. */
export const questionKinds = ['answer', 'choose', 'unknown', 'action'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const questionOutcomes = ['worked', 'notWorked', 'handedOver'] as const;
export type QuestionOutcome = (typeof questionOutcomes)[number];

/**
 * `question.asked`: what somebody asked the assistant and what it answered, for those who train it. It comes once when
 * it is asked and again when it is known what became of it; the question's id makes them one.
 */
export const QuestionAsked = z.object({
	questionId: QuestionId,
	locale: z.enum(locales),
	text: z.string().check(z.minLength(1), z.maxLength(questionLimit)),
	kind: z.enum(questionKinds),
	guideId: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
	confidence: z.number().check(z.minimum(0), z.maximum(1)),
	outcome: z.optional(z.nullable(z.enum(questionOutcomes)))
});
export type QuestionAsked = z.infer<typeof QuestionAsked>;
