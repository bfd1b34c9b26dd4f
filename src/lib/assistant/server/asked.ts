import { QuestionAsked } from '#lib/domain/assistant/question.ts';
import { mayIn } from '#lib/domain/policy.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import { withoutPersonalNumbers } from '#lib/domain/ticket/personal-number.ts';
import type { MutationHandler } from '#lib/sync/server/registry.ts';
import { keepQuestion } from './repository.ts';

/** `question.asked`. The device has masked the words; what did not, or knew fewer formats, is masked here. */
export const applyAsked: MutationHandler = async ({ tx, actor, payload }) => {
	const asked = QuestionAsked.safeParse(payload);
	if (!asked.success) return refuse('invalid_input');
	if (!mayIn(actor, 'question.asked', actor)) return refuse('rights_lost');
	await keepQuestion(tx, actor, { ...asked.data, text: withoutPersonalNumbers(asked.data.text) });
	return ok({ number: null });
};
