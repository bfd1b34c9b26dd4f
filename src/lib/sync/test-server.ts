import { newId } from './ids.ts';
import type { Cursor, PullReply, PullRequest, PushReply, PushRequest, PushResult } from './protocol.ts';

// Answers of a server that does what each test tells it. What a whole server does with them is simulated in tests/faults.

export const epoch = newId();
const seq = { contiguous: 0, highest: 0, holes: [] };

export const cursorAt = (position: number, changes: Partial<Cursor> = {}): Cursor => ({
	...{ epoch, position, mark: newId(), scope: 'mine', freshTo: 0, proof: 'signed' },
	...changes
});

export const pullReply = (changes: Partial<PullReply> = {}): PullReply => ({
	...{ cursor: cursorAt(1), reset: null, changes: [], more: false, seq },
	...changes
});

/** Every item is answered in the same way; the requests are kept. */
export function answering(answer: Partial<PushResult> = {}, whole: Partial<PushReply> = {}) {
	const requests: PushRequest[] = [];
	const push = async (request: PushRequest): Promise<PushReply> => {
		requests.push(request);
		const results = request.items.map(({ mutationId, payloadSha256 }): PushResult => ({
			...{ mutationId, payloadSha256, status: 'applied', code: null, number: 1042, retryAfterMs: null },
			...answer
		}));
		return { epoch, results, seq, ...whole };
	};
	return { push, requests };
}

/** One reply after the other; the requests are kept. */
export function pages(...replies: PullReply[]) {
	const requests: PullRequest[] = [];
	const pull = async (request: PullRequest): Promise<PullReply> => {
		requests.push(request);
		return replies[requests.length - 1] ?? pullReply({ cursor: request.cursor ?? cursorAt(0) });
	};
	return { pull, requests };
}
