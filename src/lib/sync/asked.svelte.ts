import type { ErrorCode } from '#lib/domain/errors.ts';
import type { Result } from '#lib/domain/result.ts';

/**
 * The answer to a question that only the server can answer, as a screen shows it: nothing yet, a value, or why not.
 * Asked again, the old answer stays until the new one is there; an answer to an older question is dropped.
 */
export class Asked<T> {
	value = $state.raw<T>();
	code = $state<ErrorCode | null>(null);
	#latest = 0;
	#question: () => Promise<Result<T>>;

	constructor(question: () => Promise<Result<T>>) {
		this.#question = question;
		void this.again();
	}

	again = async (): Promise<void> => {
		const turn = ++this.#latest;
		const answer = await this.#question();
		if (turn !== this.#latest) return;
		if (answer.ok) this.value = answer.value;
		this.code = answer.ok ? null : answer.code;
	};
}
