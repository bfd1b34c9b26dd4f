import type { TicketRow } from '../rows.ts';
import { priorityOf } from './priority.ts';

type Queued = Pick<TicketRow, 'promise' | 'impact' | 'urgency' | 'createdAt'>;

/**
 * Which case first. The promise already knows the priority, so the nearest promise leads; what waits for the
 * requester or has its answer comes after what runs. Equal ones: the weightier, then the older.
 */
export function compareInQueue(a: Queued, b: Queued): number {
	return (
		rank(a) - rank(b) ||
		beforeMs(a) - beforeMs(b) ||
		priorityOf(a.impact, a.urgency) - priorityOf(b.impact, b.urgency) ||
		Date.parse(a.createdAt) - Date.parse(b.createdAt)
	);
}

// A case that the server has not seen has no promise yet: it runs, by its age.
const rank = ({ promise }: Queued): number => (promise === null || promise.state === 'running' ? 0 : 1);
const beforeMs = ({ promise, createdAt }: Queued): number => Date.parse(promise?.before ?? createdAt);
