import type { TicketRow } from '#lib/domain/rows.ts';
import { isOpen } from '#lib/domain/ticket/ticket.ts';

const withinMs = 24 * 3_600_000;
/** Fewer than this is chance. */
const fewest = 3;

const sign = ({ organisationId, report: { topic, deviceKind, symptom } }: TicketRow): string | null =>
	deviceKind && symptom && symptom !== 'other' ? [organisationId, topic, deviceKind, symptom].join() : null;

/**
 * Open cases on the same kind of thing with the same symptom, reported within a day of this one, over all workplaces of
 * the organisation, oldest first and with the case itself; empty when they are too few to mean anything.
 */
export function lookAlikes(ticket: TicketRow, tickets: readonly TicketRow[]): TicketRow[] {
	const mark = sign(ticket);
	if (mark === null || !isOpen(ticket)) return [];
	const at = Date.parse(ticket.createdAt);
	const found = tickets
		.filter((other) => isOpen(other) && sign(other) === mark && Math.abs(Date.parse(other.createdAt) - at) < withinMs)
		.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
	return found.length < fewest ? [] : found;
}
